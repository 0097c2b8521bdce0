// SPDX-License-Identifier: GPL-3.0-or-later
// Built in place of window.cpp with HEADROOM_UI=OFF.
#include "commands/registry.h"

namespace headroom::app {

int openWindow(CommandContext &context, int &, char **)
{
    context.fail({core::ErrorCode::NotAvailable, "this build has no window (HEADROOM_UI=OFF); `headroom --help` lists its commands", {}, {}, 0});
    return static_cast<int>(context.exit);
}

} // namespace headroom::app
