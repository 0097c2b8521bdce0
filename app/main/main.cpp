// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_context.h"
#include "commands/registry.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <span>
#include <string_view>

using headroom::app::CommandContext;
using headroom::app::Exit;

namespace {

// A wrong option is told like any other error: with exit 2, and as JSON where JSON was asked for.
int usageError(CommandContext &context, const CLI::App &app, const CLI::ParseError &error, std::span<char *> arguments)
{
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
        return app.exit(error); // --help, --version
    context.json = std::ranges::any_of(arguments, [](const char *word) { return std::string_view(word) == "--json"; });
    context.fail({headroom::core::ErrorCode::BadValue, std::string(error.what()) + "; `headroom --help` and `headroom COMMAND --help` say what is accepted", {}, {}, 0});
    return static_cast<int>(Exit::BadUsage);
}

} // namespace

int main(int argc, char **argv)
{
    CommandContext context;
    CLI::App app{"Headroom sizes, prices and watches the GPUs behind an LLM service", "headroom"};
    app.set_version_flag("--version", "headroom " HEADROOM_VERSION);
    app.add_flag("--json", context.json, "one JSON document on standard output");
    app.add_option("--data-dir", context.dataDir, "folder for database, settings and caches");
    app.add_option("--catalog", context.catalogOverlays, "catalog overlay, may be repeated")->allow_extra_args(false);
    app.require_subcommand(0, 1);
    app.fallthrough();
    headroom::app::addCommands(app, context);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return usageError(context, app, error, std::span(argv, static_cast<std::size_t>(argc)));
    }
    if (!context.ran)
        return headroom::app::openWindow(context, argc, argv);
    return static_cast<int>(context.exit);
}
