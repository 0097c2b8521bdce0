// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../command_context.h"

namespace CLI {
class App;
}

namespace headroom::app {

// Every command of the contract: those that are built, and the rest as `not_available`.
void addCommands(CLI::App &app, CommandContext &context);

// The program without a command. Returns the exit status.
int openWindow(CommandContext &context, int &argc, char **argv);

} // namespace headroom::app
