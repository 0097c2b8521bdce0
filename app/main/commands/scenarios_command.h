// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../command_context.h"

namespace CLI {
class App;
}

namespace headroom::app {

// `headroom scenarios list|show|export|import|history`: the store without the window.
void addScenariosCommand(CLI::App &app, CommandContext &context);

} // namespace headroom::app
