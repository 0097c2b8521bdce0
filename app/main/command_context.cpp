// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_context.h"
#include "price_files.h"
#include "qt_application.h"
#include "resource_paths.h"

#include <core/catalog/catalog_loader.h>
#include <core/prices/apply_prices.h>
#include <db/store/price_store.h>
#include <db/store/store.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace headroom::app {
namespace {

namespace fs = std::filesystem;

Exit exitFor(core::ErrorCode code)
{
    switch (code) {
    case core::ErrorCode::NotFound:
    case core::ErrorCode::Unreadable:
    case core::ErrorCode::Unwritable:
    case core::ErrorCode::Network:
    case core::ErrorCode::Timeout:
    case core::ErrorCode::Database:
    case core::ErrorCode::NewerSchema:
    case core::ErrorCode::Damaged: return Exit::Failed;
    default: return Exit::BadUsage;
    }
}

// Overlays that the person imported: DATA/catalog/models/*.json, in the order of their names.
std::vector<fs::path> storedOverlays(const fs::path &dataFolder)
{
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto &entry : fs::directory_iterator(dataFolder / "catalog" / "models", ignored))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

// Prices that the person imported or agreed. A store that cannot be read does not keep the program from planning: it is said.
core::PriceOverlay storedPrices(const fs::path &dataFolder)
{
    std::error_code ignored;
    if (!fs::exists(db::databaseFile(dataFolder), ignored))
        return {};
    const QtApplication application;
    auto prices = db::readPrices(dataFolder);
    if (prices)
        return *std::move(prices);
    std::fprintf(stderr, "headroom: imported prices and contracts are left out: %s\n", prices.error().detail.c_str());
    return {};
}

} // namespace

core::Result<std::shared_ptr<const core::Catalog>> CommandContext::catalog()
{
    if (m_catalog)
        return m_catalog;
    auto catalog = core::loadCatalog(resourceFolder() / "catalog");
    if (!catalog)
        return std::unexpected(catalog.error());
    for (const fs::path &overlay : storedOverlays(dataFolder())) {
        catalog = core::withOverlay(*catalog, overlay);
        if (!catalog)
            return std::unexpected(catalog.error());
    }
    *catalog = core::withPrices(*catalog, storedPrices(dataFolder()), today());
    // What was named for this run stands over what is stored.
    for (const std::string &overlay : catalogOverlays) {
        catalog = core::withOverlay(*catalog, overlay);
        if (!catalog)
            return std::unexpected(catalog.error());
    }
    m_catalog = std::make_shared<const core::Catalog>(*std::move(catalog));
    return m_catalog;
}

core::Result<std::shared_ptr<const core::Catalog>> CommandContext::reloadCatalog()
{
    m_catalog.reset();
    return catalog();
}

fs::path CommandContext::dataFolder() const
{
    if (!dataDir.empty())
        return dataDir;
    if (const char *xdg = std::getenv("XDG_DATA_HOME"); xdg && *xdg == '/')
        return fs::path(xdg) / "headroom";
    const char *home = std::getenv("HOME");
    return fs::path(home ? home : "/tmp") / ".local/share/headroom";
}

void CommandContext::fail(const core::Error &error)
{
    exit = exitFor(error.code);
    std::string where = error.file;
    if (error.line > 0)
        where += ":" + std::to_string(error.line);
    if (!where.empty())
        where += ": ";
    std::fprintf(stderr, "headroom: %s%s\n", where.c_str(), error.detail.c_str());
    if (!json)
        return;
    nlohmann::ordered_json body{{"code", core::errorCodeName(error.code)}, {"text", error.detail}, {"file", nullptr}, {"line", nullptr}, {"field", nullptr}};
    if (!error.file.empty())
        body["file"] = error.file;
    if (error.line > 0)
        body["line"] = error.line;
    if (!error.field.empty())
        body["field"] = error.field;
    // What came from outside may not be UTF-8; the document is.
    print(nlohmann::ordered_json{{"error", body}}.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

void CommandContext::print(const std::string &text) const
{
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

} // namespace headroom::app
