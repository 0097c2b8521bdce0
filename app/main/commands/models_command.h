// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../command_context.h"

namespace CLI {
class App;
}

namespace headroom::app {

// models import | list | show: the model catalog, and a person's own models from Hugging Face configs.
void addModelsCommand(CLI::App &app, CommandContext &context);

} // namespace headroom::app
