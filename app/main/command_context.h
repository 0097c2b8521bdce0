// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/units/result.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace headroom::app {

// Exit status of every command (the command line's contract).
enum class Exit : int {
    Done = 0,
    AnswerIsNo = 1,   // done, and the answer is no
    BadUsage = 2,     // options or content
    Failed = 3,       // a file, the network or a server
};

// What every command shares: the global options, and the things made from them on first use. Commands run on the main
// thread; a command sets `exit` (or returns through fail()) and main returns it.
struct CommandContext {
    bool json = false;                          // --json
    std::string dataDir;                        // --data-dir; empty: the XDG folders
    std::vector<std::string> catalogOverlays;   // --catalog, in order
    Exit exit = Exit::Done;
    bool ran = false;                           // a command was given (else the window opens)

    // The shipped catalog with the person's own models and prices (stored under the data folder) and --catalog files on top.
    core::Result<std::shared_ptr<const core::Catalog>> catalog();

    // The same read anew: a model was imported.
    core::Result<std::shared_ptr<const core::Catalog>> reloadCatalog();

    // Folder for database, settings and caches: --data-dir, or $XDG_DATA_HOME/headroom. Not created here.
    std::filesystem::path dataFolder() const;

    // Says the error on standard error (one sentence) and, with --json, as {"error":{...}} on standard output; sets `exit`
    // by the error's code: usage and content 2, files, network and servers 3.
    void fail(const core::Error &error);

    // Writes to standard output and flushes; a closed pipe is not an error.
    void print(const std::string &text) const;

private:
    std::shared_ptr<const core::Catalog> m_catalog;
};

} // namespace headroom::app
