// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../command_context.h"

namespace CLI {
class App;
}

namespace headroom::app {

// Commands of the contract that this build does not have: each takes any words and exits 2 with `not_available`.
void addUnavailableCommand(CLI::App &app, CommandContext &context, const char *name, const char *does);

} // namespace headroom::app
