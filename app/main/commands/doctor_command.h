// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../command_context.h"

namespace CLI {
class App;
}

namespace headroom::app {

// `headroom doctor`: what is installed and writable. Changes nothing, except with --set-aside-damaged.
void addDoctorCommand(CLI::App &app, CommandContext &context);

} // namespace headroom::app
