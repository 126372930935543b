"""Holds the files named to the form that README.md tells, and counts their rows and events."""
import re,sys
TYPES="AGREE SUPPORT CONCEDE COOPERATE AID CONSULT RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
MODES={"CONSULT":"visit third-party multilateral phone","RETREAT":"withdraw release disarm ceasefire access resign","REQUEST":"assist change yield meet","ACCUSE":"disapprove investigate allege","REJECT":"assist change yield meet","THREATEN":"restrict arrest relations expel territory violence","PROTEST":"demo riot strike hunger boycott obstruct vandalize","SANCTION":"convict expel withdraw discontinue","MOBILIZE":"troops weapons police militia","COERCE":"seize restrict censor curfew martial-law arrest deport withhold misinformation cyber","ASSAULT":"abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional"}
STATUS="HAPPENED DID-NOT ALLEGED PLANNED POSSIBLE DEMANDED CONDITIONAL BACKGROUND".split()
for f in sys.argv[1:]:
    pos=neg=0; seen=set(); ev={}
    for i,l in enumerate(open(f,encoding='utf-8'),1):
        l=l.rstrip('\n')
        if not l.strip(): continue
        c=l.split('\t')
        def bad(m): print(f'{f}:{i}: {m}: {l[:90]}')
        if len(c)!=2: bad('not two columns'); continue
        s,e=c
        plain=re.sub(r'\[(?:X|(?:[TARPWN]\d)+) ([^\[\]]*)\]',r'\1',s)
        if '[' in plain or ']' in plain: bad('bracket left')
        if plain in seen: bad('twice')
        seen.add(plain)
        labs=re.findall(r'\[(X|(?:[TARPWN]\d)+) ',s)
        if e.strip()=='-':
            neg+=1
            if 'X' not in labs: bad('negative without X')
            if any(x!='X' for x in labs): bad('negative with marks')
            continue
        pos+=1
        nums=set()
        for it in e.split(';'):
            p=it.split()
            if len(p)<4: bad('item '+it); continue
            n,t,m,st=p[:4]; nums.add(n); ev[t]=ev.get(t,0)+1
            if t not in TYPES: bad('type '+t)
            elif m!='-' and m not in MODES.get(t,'').split(): bad('mode '+m)
            if st not in STATUS: bad('status '+st)
            for x in p[4:]:
                if not re.fullmatch(r'(killed|injured|arrested|displaced|taking)=~?\d+(-\d*)?',x): bad('count '+x)
            if f'T{n}' not in ''.join(labs): bad('no trigger '+n)
        for x in labs:
            for n in re.findall(r'\d',x):
                if n not in nums: bad('mark of no event '+x)
    print(f, 'positive',pos,'negative',neg, ev)
