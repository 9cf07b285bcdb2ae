// The few functions by which the page and the engine talk: a request is written into room(), and an answer is
// read from where answer() says.
#include <map>

#include "web/engine/request.hpp"

namespace orgsim::web {

namespace {

struct Exchange {
  std::string room;
  std::string json;
  std::string bytes;
};

Exchange& exchange() {
  static Exchange only;
  return only;
}

using Verb = Answer (*)(const Request&);

Verb verb_of(const std::string& name) {
  static const std::map<std::string, Verb> verbs{{"shipped", shipped}, {"levers", levers},     {"run", run},
                                                 {"unit", unit},       {"together", together}, {"toml", toml},
                                                 {"played", played},   {"summary", summary}};
  const auto found = verbs.find(name);
  require(found != verbs.end(), "the page asks for what the engine has");
  return found->second;
}

}  // namespace

extern "C" {

[[clang::export_name("room")]] char* room(int size) {
  exchange().room.resize(static_cast<std::size_t>(size));
  return exchange().room.data();
}

// The room holds `size` bytes of JSON with a verb, then other bytes.
[[clang::export_name("call")]] void call(int size) {
  const std::string_view all = exchange().room;
  const std::size_t end = static_cast<std::size_t>(size);
  const Request request{Json::parse(all.substr(0, end)), all.substr(end)};
  Answer answer = verb_of(request.json.at("verb").get<std::string>())(request);
  exchange().json = answer.json.dump(-1, ' ', false, Json::error_handler_t::replace);
  exchange().bytes = std::move(answer.bytes);
}

[[clang::export_name("answer")]] const char* answer() {
  return exchange().json.data();
}
[[clang::export_name("answer_size")]] int answer_size() {
  return static_cast<int>(exchange().json.size());
}
[[clang::export_name("bytes")]] const char* bytes() {
  return exchange().bytes.data();
}
[[clang::export_name("bytes_size")]] int bytes_size() {
  return static_cast<int>(exchange().bytes.size());
}

}  // extern "C"

}  // namespace orgsim::web
