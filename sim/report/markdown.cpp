#include "report/markdown.hpp"

namespace orgsim {

std::string markdown_cell(std::string text) {
  for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2))
    text.insert(at, "\\");
  return text.empty() ? "–" : text;
}

}  // namespace orgsim
