// SPDX-License-Identifier: GPL-3.0-or-later
#include "read_entries.h"

#include <algorithm>
#include <array>
#include <utility>

namespace headroom::core::catalog_json {
namespace {

using Kind = Interconnect::Kind;
constexpr std::array<std::pair<std::string_view, Kind>, 5> kKinds{{{"nvlink", Kind::NvLink}, {"infinity_fabric", Kind::InfinityFabric}, {"pcie", Kind::Pcie},
                                                                   {"ethernet", Kind::Ethernet}, {"other", Kind::Other}}};

std::optional<Money> readMoney(ObjectReader &object, const char *key, Currency currency)
{
    if (!object.has(key))
        return std::nullopt;
    const auto amount = Money::parse(currency, object.text(key));
    if (!amount || amount->micros() <= 0) { // price lists say 0 where they have no price: leave the key out
        object.problems().add(ErrorCode::BadValue, object.path(key), "a decimal amount over 0 as text, such as \"27.44705\", would be accepted");
        return std::nullopt;
    }
    return *amount;
}

Currency readCurrency(ObjectReader &object, const char *key)
{
    const auto currency = parseCurrency(object.text(key, true));
    if (!currency) {
        object.problems().add(ErrorCode::BadValue, object.path(key), "USD, CNY or EUR would be accepted");
        return Currency::USD;
    }
    return *currency;
}

Interconnect readInterconnect(const Json &json, const std::string &path, Problems &problems)
{
    ObjectReader object(json, path, problems);
    Interconnect link;
    const std::string kind = object.text("kind", true);
    const auto known = std::ranges::find(kKinds, kind, &std::pair<std::string_view, Kind>::first);
    if (known == kKinds.end())
        problems.add(ErrorCode::BadValue, path + ".kind", "nvlink, infinity_fabric, pcie, ethernet or other would be accepted");
    else
        link.kind = known->second;
    link.name = object.text("name", true);
    link.generation = object.whole("generation", 0, 20, false);
    link.perDirection = BytesPerSecond(object.number("gbps_per_direction", 1, 100000) * 1e9);
    link.domain = object.whole("domain", 1, 10000);
    object.finish();
    return link;
}

} // namespace

Gpu readGpu(const Json &json, const std::string &path, Problems &problems)
{
    ObjectReader object(json, path, problems);
    Gpu gpu;
    gpu.id = object.text("id", true);
    gpu.name = object.text("name", true);
    gpu.aliases = object.texts("aliases");
    gpu.vendor = object.text("vendor", true);
    gpu.architecture = object.text("architecture", true);
    gpu.memoryLabel = gigabytes(object.number("memory_gb", 1, 100000));
    if (object.has("memory_usable_mib"))
        gpu.memoryUsable = Bytes(object.number("memory_usable_mib", 1, 1e8) * 1048576.0);
    gpu.memoryType = object.text("memory_type");
    gpu.memoryBandwidth = BytesPerSecond(object.number("memory_bandwidth_gbps", 1, 1e6) * 1e9);
    ObjectReader rates(object.child("dense_tflops"), object.path("dense_tflops"), problems);
    for (const NumberFormat format : kNumberFormats) {
        const std::string key(formatId(format));
        if (rates.has(key.c_str()))
            gpu.denseRates[format] = FlopsPerSecond(rates.number(key.c_str(), 0.1, 1e7) * 1e12);
    }
    rates.finish();
    if (object.has("interconnect"))
        gpu.interconnect = readInterconnect(object.child("interconnect"), object.path("interconnect"), problems);
    gpu.pcieGeneration = object.whole("pcie_generation", 0, 10, false);
    if (object.has("tdp_w"))
        gpu.tdp = Watts(object.number("tdp_w", 1, 100000));
    gpu.form = object.text("form");
    gpu.year = object.whole("year", 0, 2100, false);
    gpu.perServer = object.whole("per_server", 1, 1024, false, 8);
    gpu.purchasePrice = readMoney(object, "purchase_price_usd", Currency::USD);
    if (object.has("purchase_source")) {
        ObjectReader purchase(object.child("purchase_source"), object.path("purchase_source"), problems);
        gpu.purchaseSource = {purchase.text("text", true), purchase.text("as_of"), purchase.text("confidence")};
        purchase.finish();
    }
    gpu.notes = object.text("notes");
    gpu.source = readSource(object);
    object.finish();
    return gpu;
}

Engine readEngine(const Json &json, const std::string &path, Problems &problems)
{
    ObjectReader object(json, path, problems);
    Engine engine;
    engine.id = object.text("id", true);
    engine.name = object.text("name", true);
    engine.aliases = object.texts("aliases");
    engine.version = object.text("version", true);
    engine.memoryFraction = Ratio(object.number("memory_fraction", 0.01, 1));
    engine.fractionOfFree = object.flag("fraction_of_free");
    engine.reservedPerGpu = gigabytes(object.number("reserved_gb_per_gpu", 0, 1000));
    engine.maxBatchedTokens = object.whole("max_batched_tokens", 1, 1 << 24);
    engine.maxSequences = object.whole("max_sequences", 1, 1 << 24);
    if (object.has("small_gpus")) {
        ObjectReader small(object.child("small_gpus"), object.path("small_gpus"), problems);
        engine.smallGpus = SmallGpuDefaults{gibibytes(small.number("under_gib", 1, 100000)), small.texts("architectures"), small.whole("max_batched_tokens", 1, 1 << 24),
                                            small.whole("max_sequences", 1, 1 << 24)};
        small.finish();
    }
    engine.kvBlockTokens = object.whole("kv_block_tokens", 1, 65536, false, 16);
    engine.chunkedPrefill = !object.has("chunked_prefill") || object.flag("chunked_prefill");
    engine.decodePausesForPrefill = object.flag("decode_pauses_for_prefill");
    if (object.has("reserved_output_share"))
        engine.reservedOutputShare = object.number("reserved_output_share", 0, 1);
    if (object.has("scheduling_source")) {
        ObjectReader scheduling(object.child("scheduling_source"), object.path("scheduling_source"), problems);
        engine.schedulingSource = {scheduling.text("text", true), scheduling.text("as_of"), scheduling.text("confidence")};
        scheduling.finish();
    }
    object.list("support", [&](const Json &item, const std::string &at) {
        ObjectReader entry(item, at, problems);
        SupportEntry support;
        support.gpuArchitecture = entry.text("architecture", true);
        support.format = readFormat(entry, "format");
        const std::string kind = entry.text("support", true);
        support.support = kind == "native" ? FormatSupport::Native : kind == "weight_only" ? FormatSupport::WeightOnly : FormatSupport::None;
        if (kind != "native" && kind != "weight_only" && kind != "none")
            problems.add(ErrorCode::BadValue, at + ".support", "native, weight_only or none would be accepted");
        support.note = entry.text("note");
        support.source = readSource(entry);
        entry.finish();
        engine.support.push_back(std::move(support));
    });
    engine.source = readSource(object);
    object.finish();
    return engine;
}

Offer readOffer(const Json &json, const std::string &path, Problems &problems)
{
    ObjectReader object(json, path, problems);
    Offer offer;
    offer.provider = object.text("provider", true);
    offer.region = object.text("region");
    offer.instance = object.text("instance", true);
    offer.gpu = object.text("gpu", true);
    offer.gpus = object.whole("gpus", 1, 1024);
    const Currency currency = readCurrency(object, "currency");
    ObjectReader price(object.child("price"), object.path("price"), problems);
    offer.onDemand = readMoney(price, "ondemand", currency);
    offer.spot = readMoney(price, "spot", currency);
    offer.oneYear = readMoney(price, "1y", currency);
    offer.threeYears = readMoney(price, "3y", currency);
    price.finish();
    if (!offer.onDemand && !offer.spot && !offer.oneYear && !offer.threeYears)
        problems.add(ErrorCode::BadValue, object.path("price"), "at least one of ondemand, spot, 1y and 3y would be accepted");
    offer.source = readSource(object);
    object.finish();
    return offer;
}

ExchangeRate readExchangeRate(const Json &json, const std::string &path, Problems &problems)
{
    ObjectReader object(json, path, problems);
    ExchangeRate rate;
    rate.from = readCurrency(object, "from");
    rate.to = readCurrency(object, "to");
    if (const auto value = readMoney(object, "rate", rate.to))
        rate.rate = *value;
    else
        problems.add(ErrorCode::BadValue, object.path("rate"), "a decimal rate over 0 as text would be accepted");
    rate.source = readSource(object);
    object.finish();
    return rate;
}

} // namespace headroom::core::catalog_json
