// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../command_context.h"

namespace CLI {
class App;
}

namespace headroom::app {

// prices list: every offer of the catalog with its date and source; import, undo and a person's own prices.
void addPricesCommand(CLI::App &app, CommandContext &context);

} // namespace headroom::app
