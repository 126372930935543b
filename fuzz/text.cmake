# The text room's: any bytes are a body.
onrecord_fuzzer(text_fuzz fuzz_text.cc onrecord::text)
