// SPDX-License-Identifier: GPL-3.0-or-later
#include "not_available.h"

#include <CLI/CLI.hpp>

namespace headroom::app {

void addUnavailableCommand(CLI::App &app, CommandContext &context, const char *name, const char *does)
{
    auto *command = app.add_subcommand(name, std::string(does) + " (not in this build)");
    command->fallthrough(false); // else its words would be tried as the program's own
    command->allow_extras();
    command->prefix_command();
    command->callback([&context, command, name = std::string(name)] {
        context.ran = true;
        // The words after the command are not parsed, but --json must still be heard.
        for (const std::string &word : command->remaining())
            context.json = context.json || word == "--json";
        context.fail({core::ErrorCode::NotAvailable, "'headroom " + name + "' is not in this build; `headroom --help` lists what is", {}, {}, 0});
    });
}

} // namespace headroom::app
