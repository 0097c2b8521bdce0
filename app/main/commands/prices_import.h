// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../command_context.h"

#include <string>

namespace headroom::app {

struct PriceImportWords {
    std::string file, provider, asOf, currency;
    bool dryRun = false;
    bool alsoDoubted = false;
};

// Reads a price list, tells what it changes and, unless it is a dry run, stores it in one transaction.
void importPrices(CommandContext &context, const PriceImportWords &words);
// Takes the newest import back, or the last undo.
void undoPrices(CommandContext &context, bool redo);

} // namespace headroom::app
