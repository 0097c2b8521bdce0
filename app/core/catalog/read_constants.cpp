// SPDX-License-Identifier: GPL-3.0-or-later
#include "read_entries.h"

#include <algorithm>
#include <optional>

namespace headroom::core::catalog_json {
namespace {

constexpr double kLargestOffset = 5;      // of a logarithm: a factor of 148
constexpr std::size_t kMostKeys = 4096;

std::optional<Constant> constantOf(std::string_view id)
{
    for (std::size_t i = 0; i < kConstantCount; ++i)
        if (constantId(static_cast<Constant>(i)) == id)
            return static_cast<Constant>(i);
    return std::nullopt;
}

std::optional<KeyPart> keyPartOf(std::string_view id)
{
    for (std::size_t i = 0; i < kKeyPartCount; ++i)
        if (keyPartId(static_cast<KeyPart>(i)) == id)
            return static_cast<KeyPart>(i);
    return std::nullopt;
}

// {"by":["architecture","dense_format"],"keys":{"Hopper|fp8":0.03}}
ConstantOffsets readOffsets(const Json &json, const std::string &path, Problems &problems)
{
    ObjectReader object(json, path, problems);
    ConstantOffsets offsets;
    for (const std::string &id : object.texts("by")) {
        const auto part = keyPartOf(id);
        if (!part)
            problems.add(ErrorCode::BadValue, path + ".by", "'" + id.substr(0, 40) + "' is no key; architecture, gpu, format, dense_format, expert_format, kv_format, engine, "
                                                            "release, version, model_class, attention, link and ranks would be accepted");
        else
            offsets.parts |= keyParts(*part);
    }
    if (offsets.parts == 0)
        problems.add(ErrorCode::BadValue, path + ".by", "at least one key would be accepted");
    ObjectReader keys(object.child("keys"), path + ".keys", problems);
    if (keys.json().is_object()) {
        if (keys.json().size() > kMostKeys)
            problems.add(ErrorCode::TooLarge, path + ".keys", "at most 4096 keys would be accepted");
        for (const std::string &key : keys.unasked())
            offsets.byKey[key] = keys.number(key.c_str(), -kLargestOffset, kLargestOffset);
    }
    object.finish();
    return offsets;
}

ErrorBands::Family readFamily(const Json &json, const std::string &path, Problems &problems)
{
    ObjectReader object(json, path, problems);
    ErrorBands::Family family;
    family.rows = object.whole("rows", 0, 1'000'000);
    family.latency = object.number("latency", 0.01, 10);
    family.throughput = object.number("throughput", 0.01, 10);
    family.firstToken = object.number("first_token", 0.01, 20);
    object.finish();
    return family;
}

ErrorBands readBands(const Json &json, const std::string &path, Problems &problems)
{
    ObjectReader object(json, path, problems);
    ErrorBands bands;
    bands.latency = object.number("latency", 0.01, 10);
    bands.throughput = object.number("throughput", 0.01, 10);
    bands.newModel = object.number("new_model", 1, 10);
    bands.newFamily = object.number("new_family", 1, 10);
    bands.newModelThroughput = object.number("new_model_throughput", 1, 10);
    bands.newFamilyThroughput = object.number("new_family_throughput", 1, 10);
    bands.firstToken = object.number("first_token", 0.01, 20);
    bands.newModelFirstToken = object.number("new_model_first_token", 1, 10);
    bands.newFamilyFirstToken = object.number("new_family_first_token", 1, 10);
    bands.leastUnknown = object.number("least_unknown", 0.01, 10);
    ObjectReader families(object.child("families"), path + ".families", problems);
    if (families.json().is_object())
        for (const std::string &key : families.unasked())
            bands.families[key] = readFamily(families.child(key.c_str()), path + ".families." + key, problems);
    for (const std::string &key : object.texts("shapes"))
        bands.shapes.insert(key);
    object.finish();
    return bands;
}

} // namespace

Constants readConstants(const Json &json, const std::string &path, const Constants &before, Problems &problems)
{
    ObjectReader object(json, path, problems);
    Constants constants = before;
    constants.version = object.text("version", true);
    constants.source = readSource(object);
    ObjectReader values(object.child("values"), path + ".values", problems);
    std::array<bool, kConstantCount> given{};
    if (values.json().is_object()) {
        for (const std::string &id : values.unasked()) {
            const std::string at = path + ".values." + id;
            const auto constant = constantOf(id);
            if (!constant) {
                problems.add(ErrorCode::UnknownField, at, "no such constant; the catalog's README lists them");
                continue;
            }
            given[static_cast<std::size_t>(*constant)] = true;
            ObjectReader entry(values.child(id.c_str()), at, problems);
            ConstantValue value;
            value.base = entry.number("base", 1e-9, 1e9);
            entry.list("offsets", [&](const Json &item, const std::string &itemPath) { value.offsets.push_back(readOffsets(item, itemPath, problems)); });
            entry.finish();
            constants[*constant] = std::move(value);
        }
    }
    // The shipped file names every constant; an overlay (a calibration) only those that it changes.
    if (before.version.empty())
        for (std::size_t i = 0; i < kConstantCount; ++i)
            if (!given[i])
                problems.add(ErrorCode::BadValue, path + ".values." + std::string(constantId(static_cast<Constant>(i))), "this field is missing");
    if (object.has("newest_versions")) {
        ObjectReader versions(object.child("newest_versions"), path + ".newest_versions", problems);
        if (versions.json().is_object())
            for (const std::string &engine : versions.unasked())
                constants.newestVersions[engine] = versions.text(engine.c_str());
    }
    if (object.has("bands"))
        constants.bands = readBands(object.child("bands"), path + ".bands", problems);
    else if (before.version.empty())
        problems.add(ErrorCode::BadValue, path + ".bands", "this field is missing");
    object.finish();
    return constants;
}

Json writeConstants(const Constants &constants)
{
    Json json{{"version", constants.version}, {"source", {{"text", constants.source.text}, {"as_of", constants.source.asOf}}}};
    for (std::size_t i = 0; i < kConstantCount; ++i) {
        const ConstantValue &value = constants.values[i];
        Json entry{{"base", value.base}, {"offsets", Json::array()}};
        for (const ConstantOffsets &offsets : value.offsets) {
            Json by = Json::array();
            for (std::size_t part = 0; part < kKeyPartCount; ++part)
                if (offsets.parts >> part & 1U)
                    by.push_back(std::string(keyPartId(static_cast<KeyPart>(part))));
            Json keys = Json::object();
            for (const auto &[key, offset] : offsets.byKey)
                keys[key] = offset;
            entry["offsets"].push_back({{"by", std::move(by)}, {"keys", std::move(keys)}});
        }
        json["values"][std::string(constantId(static_cast<Constant>(i)))] = std::move(entry);
    }
    for (const auto &[engine, version] : constants.newestVersions)
        json["newest_versions"][engine] = version;
    const ErrorBands &bands = constants.bands;
    Json families = Json::object();
    for (const auto &[key, family] : bands.families)
        families[key] = {{"rows", family.rows}, {"latency", family.latency}, {"throughput", family.throughput}, {"first_token", family.firstToken}};
    json["bands"] = {{"latency", bands.latency}, {"throughput", bands.throughput}, {"new_model", bands.newModel}, {"new_family", bands.newFamily},
                     {"new_model_throughput", bands.newModelThroughput}, {"new_family_throughput", bands.newFamilyThroughput},
                     {"first_token", bands.firstToken}, {"new_model_first_token", bands.newModelFirstToken}, {"new_family_first_token", bands.newFamilyFirstToken},
                     {"least_unknown", bands.leastUnknown}, {"families", std::move(families)}, {"shapes", bands.shapes}};
    return json;
}

} // namespace headroom::core::catalog_json
