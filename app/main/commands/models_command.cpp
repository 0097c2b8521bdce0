// SPDX-License-Identifier: GPL-3.0-or-later
#include "../command_file.h"
#include "models_command.h"

#include <core/catalog/catalog_loader.h>
#include <core/catalog/hf_import.h>
#include <core/catalog/parameters.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>

namespace headroom::app {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::size_t kConfigLimit = 16 * 1024 * 1024;

double billions(double count)
{
    return std::round(count / 1e6) / 1e3; // three decimals: what the published figures are compared with
}

Json modelJson(const core::Model &model)
{
    const core::Architecture &a = model.architecture;
    Json json{{"id", model.id},
              {"total_params_b", billions(static_cast<double>(core::countParameters(a).total()))},
              {"active_params_b", billions(static_cast<double>(core::activeParameters(a)))},
              {"layers", a.layers()},
              {"kv_bytes_per_token_bf16", std::llround(core::kvBytesPerToken(a, 2.0).value())},
              {"attention", core::attentionClass(a)},
              {"native_format", std::string(core::formatId(model.nativeFormat))},
              {"warnings", model.warnings},
              {"name", model.name},
              {"aliases", model.aliases},
              {"hidden", a.hidden},
              {"vocab", a.vocab},
              {"max_context", model.maxContext > 0 ? Json(model.maxContext) : Json(nullptr)},
              {"published_total_params_b", model.publishedTotalParamsB ? Json(*model.publishedTotalParamsB) : Json(nullptr)},
              {"published_active_params_b", model.publishedActiveParamsB ? Json(*model.publishedActiveParamsB) : Json(nullptr)},
              {"published_active_counts", std::string(core::activeCountId(model.activeCount))},
              {"active_params_as_published_b", billions(static_cast<double>(core::activeParametersAsPublished(model)))},
              {"source", model.source.text},
              {"as_of", model.source.asOf.empty() ? Json(nullptr) : Json(model.source.asOf)}};
    return json;
}

std::string dumped(const Json &json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string modelText(const core::Model &model)
{
    const core::Architecture &a = model.architecture;
    const core::ParameterCount count = core::countParameters(a);
    std::string text = fmt::format("{} ({})\n", model.name, model.id);
    const auto line = [&text](std::string_view name, const std::string &value) { text += fmt::format("  {:<18}{}\n", name, value); };
    const auto inBillions = [](std::int64_t n) { return fmt::format("{:.3f} B", static_cast<double>(n) / 1e9); };
    line("parameters", inBillions(count.total()) + (model.publishedTotalParamsB ? fmt::format(" (published {:g} B)", *model.publishedTotalParamsB) : ""));
    line("active", inBillions(core::activeParameters(a)));
    if (model.publishedActiveParamsB && model.activeCount == core::ActiveCount::All)
        line("published active", fmt::format("{:g} B", *model.publishedActiveParamsB));
    else if (model.publishedActiveParamsB)
        line("published active", fmt::format("{:g} B, {}: {} here", *model.publishedActiveParamsB,
                                             model.activeCount == core::ActiveCount::WithoutEmbeddings ? "without embedding and LM head" : "without the input embedding",
                                             inBillions(core::activeParametersAsPublished(model))));
    line("attention part", inBillions(count.attention));
    if (count.denseFfn > 0)
        line("dense layers", inBillions(count.denseFfn));
    if (count.routedExperts > 0)
        line("experts", inBillions(count.routedExperts) + (count.sharedExperts > 0 ? ", shared ones " + inBillions(count.sharedExperts) : ""));
    line("embedding, head", fmt::format("{}, {}", inBillions(count.embedding), a.tiedEmbeddings ? std::string("tied") : inBillions(count.lmHead)));
    line("layers", fmt::format("{} of width {}", a.layers(), a.hidden));
    line("attention", fmt::format("{}, {:.0f} bytes of KV cache a token in bf16", core::attentionClass(a), core::kvBytesPerToken(a, 2.0).value()));
    line("native format", std::string(core::formatId(model.nativeFormat)));
    if (model.maxContext > 0)
        line("context", fmt::format("{} tokens", model.maxContext));
    for (const std::string &warning : model.warnings)
        line("note", warning);
    line("source", model.source.text + (model.source.asOf.empty() ? "" : " (" + model.source.asOf + ")"));
    return text;
}

void list(CommandContext &context)
{
    const auto catalog = context.catalog();
    if (!catalog)
        return context.fail(catalog.error());
    Json models = Json::array();
    std::string text = fmt::format("{:<32}{:>12}{:>10}{:>8}{:>14}  {:<7} {}\n", "id", "parameters", "active", "layers", "KV B/token", "kind", "native");
    for (const core::Model &model : (*catalog)->models) {
        if (context.json) {
            models.push_back(modelJson(model));
            continue;
        }
        const core::Architecture &a = model.architecture;
        text += fmt::format("{:<32}{:>10.1f} B{:>8.1f} B{:>8}{:>14.0f}  {:<7} {}\n", model.id, static_cast<double>(core::countParameters(a).total()) / 1e9,
                            static_cast<double>(core::activeParameters(a)) / 1e9, a.layers(), core::kvBytesPerToken(a, 2.0).value(), core::attentionClass(a),
                            core::formatId(model.nativeFormat));
    }
    context.print(context.json ? dumped({{"version", (*catalog)->version}, {"models", std::move(models)}}) : text);
}

void show(CommandContext &context, const std::string &id)
{
    const auto catalog = context.catalog();
    if (!catalog)
        return context.fail(catalog.error());
    const core::Model *model = (*catalog)->findModel(id);
    if (!model)
        return context.fail({core::ErrorCode::UnknownId, fmt::format("unknown model '{}'; `headroom models list` shows those that are known, and "
                                                                     "`headroom models import config.json` adds one", id.substr(0, 100)), {}, "id", 0});
    context.print(context.json ? dumped(modelJson(*model)) : modelText(*model));
}

// "Qwen--Qwen3-8B_config.json" -> "qwen3-8b"; ".../DeepSeek-V3/config.json" -> "deepseek-v3"; a cache's
// "models--org--name/snapshots/HASH/config.json" -> "name".
std::string idFromFile(const fs::path &file)
{
    std::string name = file.stem().string();
    if (name == "config") {
        const fs::path folder = fs::absolute(file).lexically_normal().parent_path();
        name = folder.filename().string();
        if (folder.parent_path().filename() == "snapshots")
            name = folder.parent_path().parent_path().filename().string();
    } else if (name.ends_with("_config")) {
        name.resize(name.size() - 7);
    }
    if (const auto dashes = name.rfind("--"); dashes != std::string::npos)
        name.erase(0, dashes + 2);
    for (char &c : name) {
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        if (!std::isalnum(static_cast<unsigned char>(c)) && c != '.' && c != '_' && c != '-')
            c = '-';
    }
    return name;
}

// hf_quant_config.json beside config.json, with the same beginning where the name has one.
core::Result<std::optional<std::string>> quantConfigBeside(const fs::path &file)
{
    const std::string name = file.filename().string();
    if (!name.ends_with("config.json") || name.ends_with("hf_quant_config.json"))
        return std::nullopt;
    const fs::path sibling = file.parent_path() / (name.substr(0, name.size() - std::string_view("config.json").size()) + "hf_quant_config.json");
    std::error_code problem;
    if (!fs::exists(sibling, problem))
        return std::nullopt;
    auto text = readFile(sibling, kConfigLimit);
    if (!text)
        return std::unexpected(text.error());
    return *std::move(text);
}

// Stores the model as an overlay of its own, after reading back what would be stored.
core::Result<fs::path> store(const CommandContext &context, const core::Catalog &catalog, const core::Model &model)
{
    const std::string overlay = "{\"models\": [" + core::modelToJson(model) + "]}\n";
    if (const auto back = core::withOverlayText(catalog, overlay, model.id); !back)
        return std::unexpected(back.error());
    const fs::path folder = context.dataFolder() / "catalog" / "models";
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem)
        return std::unexpected(core::Error{core::ErrorCode::Unwritable, "the folder cannot be made: " + problem.message(), folder.string(), {}, 0});
    const fs::path file = folder / (model.id + ".json");
    if (const auto written = writeFile(file, overlay); !written)
        return std::unexpected(written.error());
    return file;
}

struct ImportOptions {
    std::string file, id;
    bool dryRun = false;
};

void import(CommandContext &context, const ImportOptions &options)
{
    const auto config = readFile(options.file, kConfigLimit);
    if (!config)
        return context.fail(config.error());
    const auto quant = quantConfigBeside(options.file);
    if (!quant)
        return context.fail(quant.error());
    std::string id = options.id.empty() ? idFromFile(options.file) : options.id;
    std::ranges::transform(id, id.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    core::HfConfigText text{*config, std::nullopt, options.file};
    if (*quant)
        text.quantConfig = **quant;
    const auto model = core::importHfConfig(text, id);
    if (!model)
        return context.fail(model.error());
    const auto catalog = context.catalog();
    if (!catalog)
        return context.fail(catalog.error());
    Json json = modelJson(*model);
    const bool known = std::ranges::any_of((*catalog)->models, [&](const core::Model &other) { return other.id == model->id; });
    json["replaces"] = known;
    json["stored"] = nullptr;
    if (!options.dryRun) {
        const auto file = store(context, **catalog, *model);
        if (!file)
            return context.fail(file.error());
        json["stored"] = file->string();
        fmt::print(stderr, "headroom: {} is stored in {}{}\n", model->id, file->string(), known ? "; it stands in for the catalog's entry of that id" : "");
    }
    context.print(context.json ? dumped(json) : modelText(*model));
}

} // namespace

void addModelsCommand(CLI::App &app, CommandContext &context)
{
    auto *command = app.add_subcommand("models", "Model catalog: import, list, show");
    command->require_subcommand(1);
    command->add_subcommand("list", "All models")->callback([&context] {
        context.ran = true;
        list(context);
    });
    auto id = std::make_shared<std::string>();
    auto *shown = command->add_subcommand("show", "One model, by id or alias");
    shown->add_option("ID", *id, "id or alias, such as deepseek-v3 or deepseek-ai/DeepSeek-V3")->required();
    shown->callback([id, &context] {
        context.ran = true;
        show(context, *id);
    });
    auto options = std::make_shared<ImportOptions>();
    auto *imported = command->add_subcommand("import", "Add a model from its Hugging Face config.json (a sibling hf_quant_config.json is read too)");
    imported->add_option("FILE", options->file, "config.json")->required();
    imported->add_option("--id", options->id, "id of the model; without it, from the names of file and folder");
    imported->add_flag("--dry-run", options->dryRun, "show the model, store nothing");
    imported->callback([options, &context] {
        context.ran = true;
        import(context, *options);
    });
}

} // namespace headroom::app
