// SPDX-License-Identifier: GPL-3.0-or-later
// What the error report reads: constants (a catalog overlay), measured rows, and lists of defective rows, told apart by the
// first byte. Reading ends with values in their ranges or with an error that has a sentence.
#include <core/accuracy/measured_rows.h>
#include <core/catalog/catalog_loader.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using namespace headroom::core;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void constants(std::string_view text)
{
    const auto catalog = withOverlayText(Catalog{}, text, "fuzzed");
    if (!catalog) {
        require(!catalog.error().detail.empty());
        return;
    }
    if (catalog->constants.version.empty())
        return;
    for (const ConstantValue &value : catalog->constants.values)
        require(std::isfinite(value.at({})) && value.at({}) > 0);
    const auto again = withOverlayText(*catalog, constantsToJson(catalog->constants), "again");
    require(again.has_value() && again->constants == catalog->constants);
}

void rows(std::string_view text)
{
    const auto table = parseCsv(std::string(text), "fuzzed");
    if (!table)
        return;
    const auto measured = readMeasuredRows(*table, {});
    if (!measured) {
        require(!measured.error().detail.empty());
        return;
    }
    for (const MeasuredRow &row : *measured)
        for (const auto &figure : row.measured)
            require(!figure || (*figure > 0 && std::isfinite(*figure)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(data) + 1, size - 1);
    if (data[0] == 'c')
        constants(text);
    else if (data[0] == 'd')
        require(readDefectiveRows(text, "fuzzed").has_value() || !readDefectiveRows(text, "fuzzed").error().detail.empty());
    else
        rows(text);
    return 0;
}
