// SPDX-License-Identifier: GPL-3.0-or-later
#include "entry_checks.h"
#include "hf_keys.h"
#include "hf_layers.h"
#include "hf_quantization.h"
#include "json_text.h"

#include <core/catalog/hf_import.h>
#include <core/catalog/parameters.h>

#include <algorithm>
#include <array>

namespace headroom::core {
namespace {

using namespace hf;
using catalog_json::parseJsonText;
using catalog_json::Problems;

constexpr catalog_json::JsonLimits kLimits{16U << 20U, 64};
constexpr int kMostWidth = 1 << 20;
constexpr int kMostVocab = 1 << 26;
constexpr int kMostContext = 1 << 30;

// The object that describes the decoder: the config itself, or the part of a model with more than text.
struct TextPart {
    const Json *object = nullptr;
    std::string path; // "" or "text_config"
};

TextPart textPart(const Json &config)
{
    for (const char *key : {"text_config", "llm_config", "language_config"})
        if (config.contains(key) && config[key].is_object() && !config[key].empty())
            return {&config[key], key};
    return {&config, ""};
}

class Importer {
public:
    Importer(const HfConfigText &text, const Json &config, std::string_view id)
        : m_text(text), m_file(text.fileName), m_config(config), m_part(textPart(config)), m_problems{m_file, {}}, m_reader(*m_part.object, m_part.path, m_problems)
    {
        m_model.id = id;
        m_model.name = id;
    }

    Result<Model> run()
    {
        const Family *family = readFamily();
        if (family)
            readShape(*family);
        if (!m_problems.first)
            checkRemainingKeys();
        if (!m_problems.first)
            if (const auto problem = catalog_json::architectureProblem(m_model.architecture))
                m_problems.add(ErrorCode::BadValue, at("hidden_size"), *problem);
        if (!m_problems.first)
            readFormat();
        if (m_problems.first)
            return std::unexpected(*m_problems.first);
        noteWhatIsLeftOut();
        m_model.source = {"imported from " + (m_file.empty() ? std::string("a config.json") : m_file) + " (model_type " + m_modelType + ")", {}, {}};
        return m_model;
    }

private:
    std::string at(const char *key) const { return m_reader.path(key); }

    // A value that may stand in the text part or beside it; the text part's own wins.
    const Json *anywhere(const char *key)
    {
        if (m_reader.has(key))
            return &m_reader.json()[key];
        if (m_config.contains(key) && !m_config[key].is_null())
            return &m_config[key];
        return nullptr;
    }

    const Family *readFamily()
    {
        for (const Json *object : {&m_config, m_part.object})
            if (object->contains("is_encoder_decoder") && (*object)["is_encoder_decoder"] == true) {
                m_problems.add(ErrorCode::Unsupported, "is_encoder_decoder", "this is an encoder-decoder model; decoder-only models would be accepted");
                return nullptr;
            }
        m_reader.has("is_encoder_decoder");
        m_modelType = m_reader.text("model_type", true);
        if (m_problems.first)
            return nullptr;
        const Family *family = findFamily(m_modelType);
        if (!family) {
            const std::string_view why = whyNot(m_modelType);
            m_problems.add(ErrorCode::Unsupported, at("model_type"),
                           why.empty() ? "'" + m_modelType.substr(0, 60) + "' is not known, and guessing would give wrong sizes; accepted are " + knownTypes()
                                       : "'" + m_modelType + "': " + std::string(why));
        }
        return family;
    }

    void readShape(const Family &family)
    {
        Architecture &architecture = m_model.architecture;
        architecture.hidden = m_reader.whole("hidden_size", 1, kMostWidth);
        const bool gemma3 = family.type == "gemma3_text"; // its published configs leave out what equals the class's default
        architecture.vocab = m_reader.whole("vocab_size", 1, kMostVocab, !gemma3, 262208);
        const int layers = m_reader.whole("num_hidden_layers", 1, kMostLayers);
        m_model.maxContext = m_reader.whole("max_position_embeddings", 0, kMostContext, false);
        readTied(family);
        if (m_problems.first)
            return;
        m_attentions = readAttentions(m_reader, family, architecture.hidden, layers);
        m_ffns = readFfns(m_reader, family, layers);
        architecture.groups = grouped(m_attentions, m_ffns, family.norms);
    }

    void readTied(const Family &family)
    {
        m_model.architecture.tiedEmbeddings = family.tied;
        if (const Json *tied = anywhere("tie_word_embeddings")) {
            if (tied->is_boolean())
                m_model.architecture.tiedEmbeddings = tied->get<bool>();
            else
                m_problems.add(ErrorCode::BadValue, at("tie_word_embeddings"), "true or false would be accepted");
        }
    }

    void checkRemainingKeys()
    {
        for (const std::string &key : m_reader.unasked()) {
            switch (meaningOf(key, m_reader.json()[key])) {
            case KeyMeaning::None: break;
            case KeyMeaning::Unknown:
                if (m_model.warnings.size() < 20)
                    m_model.warnings.push_back("the key '" + key.substr(0, 80) + "' is not known and was taken to change no sizes");
                break;
            case KeyMeaning::Sizes:
                if (m_part.path.empty() && (key == "text_config" || key == "sub_configs"))
                    break;
                m_problems.add(ErrorCode::Unsupported, at(key.substr(0, 80).c_str()), "this key is not known for " + m_modelType.substr(0, 60) + " and may change the sizes");
                break;
            }
        }
    }

    void readFormat()
    {
        std::optional<QuantizationScheme> scheme;
        std::string path = "quantization_config";
        if (const Json *config = anywhere("quantization_config"); config && !(config->is_object() && config->empty())) {
            if (m_reader.has("quantization_config"))
                path = at("quantization_config");
            if (!take(readQuantization(*config, path, m_file), scheme))
                return;
        }
        if (m_text.quantConfig && !readQuantFile(scheme, path))
            return;
        if (!scheme) {
            readDtype();
            return;
        }
        auto format = checkpointOf(*scheme, m_attentions, m_ffns, m_model.architecture.hidden, path, m_file, m_model.warnings);
        if (!format) {
            m_problems.first = format.error();
            return;
        }
        format->source = {"quantization of the imported checkpoint (" + scheme->method + ")", {}, {}};
        m_model.nativeFormat = format->format;
        m_model.formats.push_back(*std::move(format));
        m_model.warnings.insert(m_model.warnings.end(), scheme->warnings.begin(), scheme->warnings.end());
    }

    bool readQuantFile(std::optional<QuantizationScheme> &scheme, std::string &path)
    {
        const std::string file = "hf_quant_config.json";
        const auto json = parseJsonText(*m_text.quantConfig, file, kLimits);
        std::optional<QuantizationScheme> second;
        if (!json) {
            m_problems.first = json.error();
            return false;
        }
        if (!take(readQuantConfigFile(*json, file), second))
            return false;
        if (scheme && second && scheme->format != second->format) {
            m_problems.first = Error{ErrorCode::BadValue, "quantization.quant_algo: config.json says " + std::string(formatId(scheme->format)) + " and hf_quant_config.json "
                                     + std::string(formatId(second->format)) + "; one format would be accepted", file, "quantization.quant_algo", 0};
            return false;
        }
        if (!scheme && second) {
            scheme = std::move(second);
            path = "quantization";
        }
        return true;
    }

    bool take(Result<std::optional<QuantizationScheme>> read, std::optional<QuantizationScheme> &scheme)
    {
        if (!read) {
            m_problems.first = read.error();
            return false;
        }
        scheme = *std::move(read);
        return true;
    }

    void readDtype()
    {
        const Json *dtype = anywhere("torch_dtype");
        const char *key = "torch_dtype";
        if (!dtype) {
            dtype = anywhere("dtype");
            key = "dtype";
        }
        const std::string name = dtype && dtype->is_string() ? dtype->get<std::string>() : std::string();
        if (name == "float32")
            m_model.warnings.emplace_back("stored in float32; sized as bf16, which is how it is served");
        else if (!dtype)
            m_model.warnings.emplace_back("the config names no dtype; sized as bf16");
        else if (name != "bfloat16" && name != "float16" && name != "auto")
            m_problems.add(ErrorCode::Unsupported, at(key), "'" + name.substr(0, 40) + "' is not known; bfloat16, float16 or float32 would be accepted");
    }

    void noteWhatIsLeftOut()
    {
        if (m_config.contains("vision_config") || m_config.contains("audio_config"))
            m_model.warnings.emplace_back("vision and audio towers are not counted");
        for (const char *key : {"num_nextn_predict_layers", "num_mtp_modules", "mtp_num_hidden_layers"})
            if (m_reader.json().contains(key) && m_reader.json()[key].is_number() && m_reader.json()[key] > 0) {
                m_model.warnings.emplace_back("multi-token-prediction layers are not counted");
                break;
            }
    }

    const HfConfigText &m_text;
    std::string m_file;
    const Json &m_config;
    TextPart m_part;
    Problems m_problems;
    ObjectReader m_reader;
    Model m_model;
    std::string m_modelType;
    std::vector<Attention> m_attentions; // one a layer
    std::vector<Ffn> m_ffns;
};

} // namespace

Result<Model> importHfConfig(const HfConfigText &text, std::string_view id)
{
    if (!catalog_json::isId(id))
        return std::unexpected(Error{ErrorCode::BadValue, "the id '" + std::string(id.substr(0, 60)) + "' cannot be used: " + std::string(catalog_json::kIdRule) + " would be accepted", {}, "id", 0});
    const auto json = parseJsonText(text.config, std::string(text.fileName), kLimits);
    if (!json)
        return std::unexpected(json.error());
    if (!json->is_object())
        return std::unexpected(Error{ErrorCode::BadValue, "a config.json is an object; this is not one", std::string(text.fileName), {}, 0});
    return Importer(text, *json, id).run();
}

} // namespace headroom::core
