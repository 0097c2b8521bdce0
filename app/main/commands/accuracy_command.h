// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../command_context.h"

namespace CLI {
class App;
}

namespace headroom::app {

void addAccuracyCommand(CLI::App &app, CommandContext &context);

} // namespace headroom::app
