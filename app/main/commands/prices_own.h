// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../command_context.h"

namespace CLI {
class App;
}

namespace headroom::app {

// prices contract add|remove, prices rate, prices own: a person's own discounts, prices and rates of exchange.
void addOwnPrices(CLI::App &prices, CommandContext &context);

} // namespace headroom::app
