// A scenario key by key: read and changed as a file would have it, with the same errors.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/scenario.hpp"
#include "scenario/text/document.hpp"

namespace orgsim {

// Where the value under a path such as "market.taste" or "firms[1].talent" is written: "product.talent" for a
// firm that has no talent of its own, else the path itself.
std::string home_of(const Scenario& scenario, const std::string& path);

// Sets the value under such a path; nothing lets a firm's own value, or what a strategy says, be dropped. All
// that concerns the key alone is checked. Throws InputError, and the scenario is as it was.
void assign(Scenario& scenario, const std::string& path, const std::optional<Node>& value,
            const Files& files = Files());

// The tables `firms`, `strategies` or `grants`, as in a file.
Node tables_at(const Scenario& scenario, const std::string& name);

// Replaces them. Throws InputError, and the scenario is as it was.
void assign_tables(Scenario& scenario, const std::string& name, const Node& tables,
                   const Files& files = Files());

// The scenario as a document, every default spelled out.
Node document_of(const Scenario& scenario);

}  // namespace orgsim
