// statement/forms.h — the lemmas that a form may belong to, for where the tagger's lemma is none.

#ifndef ONRECORD_STATEMENT_FORMS_H_
#define ONRECORD_STATEMENT_FORMS_H_

#include <string>
#include <string_view>
#include <vector>

namespace onrecord::statement {

// ASCII letters only.
std::string lower_case(std::string_view text);

// "parties" → parties, partie, party. The form itself first.
std::vector<std::string> noun_stems(std::string_view form);

// "confirmed" → confirmed, confirme, confirm; "told" → told, tell.
std::vector<std::string> verb_stems(std::string_view form);

}  // namespace onrecord::statement

#endif  // ONRECORD_STATEMENT_FORMS_H_
