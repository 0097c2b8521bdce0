// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog_loader.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

namespace headroom::test {

// The catalog of the source tree, loaded once.
inline std::shared_ptr<const core::Catalog> shippedCatalog()
{
    static const std::shared_ptr<const core::Catalog> catalog = [] {
        auto loaded = core::loadCatalog(HEADROOM_SOURCE_DIR "/resources/catalog");
        if (!loaded) {
            std::fprintf(stderr, "the shipped catalog does not load: %s\n", loaded.error().detail.c_str());
            std::abort();
        }
        return std::make_shared<const core::Catalog>(*std::move(loaded));
    }();
    return catalog;
}

} // namespace headroom::test
