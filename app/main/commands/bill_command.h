// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../command_context.h"

namespace CLI {
class App;
}

namespace headroom::app {

// `headroom bill`: the month's bill line by line, rented against bought against an API, the road ahead and what would save.
void addBillCommand(CLI::App &app, CommandContext &context);

} // namespace headroom::app
