// a
extern "C" int orgsim_x() { return 1; }
