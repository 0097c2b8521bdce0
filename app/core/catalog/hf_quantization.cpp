// SPDX-License-Identifier: GPL-3.0-or-later
#include "hf_quantization.h"
#include "json_reader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace headroom::core::hf {
namespace {

using catalog_json::Json;
using catalog_json::ObjectReader;
using catalog_json::Problems;

constexpr double kNvfp4 = 0.5 + 1.0 / 16; // a byte of scale per 16
constexpr double kMxfp4 = 0.5 + 1.0 / 32; // a byte of scale per 32

// Four bits, and per group a 16-bit scale and, where asymmetric, a 4-bit zero point.
double int4Bytes(int groupSize, bool symmetric)
{
    if (groupSize <= 0) // one scale a column: nothing worth counting
        return 0.5;
    return 0.5 + (symmetric ? 2.0 : 2.5) / groupSize;
}

// Values of modelopt's quant_algo.
std::optional<std::pair<NumberFormat, double>> algorithm(std::string_view name)
{
    if (name == "FP8" || name == "FP8_PER_CHANNEL_PER_TOKEN" || name == "FP8_BLOCK_SCALES" || name == "FP8_PB_WO")
        return std::pair{NumberFormat::Fp8, 1.0};
    if (name == "NVFP4" || name == "NVFP4_AWQ" || name == "W4A16_NVFP4" || name == "W4A8_NVFP4_FP8")
        return std::pair{NumberFormat::Fp4, kNvfp4};
    if (name == "W4A16_AWQ" || name == "W4A8_AWQ" || name == "W4A16_GPTQ")
        return std::pair{NumberFormat::Int4, int4Bytes(128, true)};
    if (name == "INT8_SQ" || name == "W8A8_SQ_PER_CHANNEL")
        return std::pair{NumberFormat::Int8, 1.0};
    return std::nullopt;
}

class SchemeReader {
public:
    SchemeReader(const Json &config, const std::string &path, const std::string &file) : m_problems{file, {}}, m_config(config, path, m_problems) {}

    Result<std::optional<QuantizationScheme>> read()
    {
        std::string method = m_config.text("quant_method");
        const std::string algo = m_config.text("quant_algo");
        if (method.empty() && !algo.empty())
            method = "modelopt"; // such checkpoints name only their producer
        m_scheme.method = method;
        if (method == "fp8")
            fp8();
        else if (method == "fbgemm_fp8")
            keep("modules_to_not_convert", NumberFormat::Fp8, 1.0);
        else if (method == "mxfp4")
            mxfp4();
        else if (method.starts_with("modelopt"))
            modelopt(algo);
        else if (method == "compressed-tensors")
            compressedTensors();
        else if (method == "gptq" || method == "gptqmodel")
            gptq();
        else if (method == "awq")
            awq();
        else if (method == "bitsandbytes")
            unsupported("quant_method", "bitsandbytes quantizes while it loads: import the config of the base model and choose a format there");
        else
            unsupported("quant_method", "'" + method.substr(0, 40) + "' is not known; fp8, fbgemm_fp8, mxfp4, modelopt, compressed-tensors, gptq or awq would be accepted");
        if (m_problems.first)
            return std::unexpected(*m_problems.first);
        return m_scheme;
    }

private:
    void unsupported(const char *key, std::string why) { m_config.fail(ErrorCode::Unsupported, key, std::move(why)); }

    void keep(const char *key, NumberFormat format, double bytes)
    {
        m_scheme.format = format;
        m_scheme.bytesPerWeight = bytes;
        for (std::string &name : m_config.texts(key))
            m_scheme.kept.push_back(std::move(name));
    }

    void fp8()
    {
        if (const std::string fmt = m_config.text("fmt"); !fmt.empty() && fmt != "e4m3" && fmt != "float8_e4m3fn")
            unsupported("fmt", "'" + fmt.substr(0, 40) + "' is not known; e4m3 would be accepted");
        keep("modules_to_not_convert", NumberFormat::Fp8, 1.0);
        keep("ignored_layers", NumberFormat::Fp8, 1.0);
    }

    void mxfp4()
    {
        keep("modules_to_not_convert", NumberFormat::Fp4, kMxfp4);
        m_scheme.expertsOnly = true;
    }

    void modelopt(const std::string &algo)
    {
        const auto known = algorithm(algo);
        if (!known) {
            unsupported("quant_algo", "'" + algo.substr(0, 40) + "' is not known; FP8, NVFP4, W4A16_AWQ or INT8_SQ would be accepted");
            return;
        }
        m_scheme.method = "modelopt " + algo;
        keep("ignore", known->first, known->second);
        keep("exclude_modules", known->first, known->second);
    }

    void compressedTensors()
    {
        if (m_config.has("sparsity_config")) {
            const Json &sparsity = m_config.json()["sparsity_config"];
            if (sparsity.is_object() && !sparsity.empty() && sparsity.value("format", Json("dense")) != "dense")
                unsupported("sparsity_config", "sparse weights are not sized yet; dense ones would be accepted");
        }
        const Json &groups = m_config.child("config_groups");
        if (!groups.is_object() || groups.empty()) {
            m_config.fail(ErrorCode::BadValue, "config_groups", "an object of at least one group would be accepted");
            return;
        }
        bool first = true;
        for (const auto &[name, group] : groups.items()) {
            const QuantizationScheme before = m_scheme;
            readGroup(group, m_config.path("config_groups") + "." + name.substr(0, 80));
            if (m_problems.first)
                return;
            if (!first && (before.format != m_scheme.format || before.bytesPerWeight != m_scheme.bytesPerWeight))
                unsupported("config_groups", "groups of different formats in one checkpoint are not sized yet; groups of one format would be accepted");
            first = false;
        }
        for (std::string &name : m_config.texts("ignore"))
            m_scheme.kept.push_back(std::move(name));
    }

    void readGroup(const Json &json, const std::string &path)
    {
        ObjectReader group(json, path, m_problems);
        for (std::string &target : group.texts("targets"))
            m_scheme.targets.push_back(std::move(target));
        ObjectReader weights(group.child("weights"), path + ".weights", m_problems);
        const int bits = weights.whole("num_bits", 1, 32);
        const std::string type = weights.text("type", true);
        const int size = weights.whole("group_size", -1, 65536, false);
        const bool symmetric = !weights.has("symmetric") || weights.flag("symmetric");
        const bool computesToo = group.has("input_activations");
        if (bits == 8 && type == "float") {
            set(NumberFormat::Fp8, 1.0);
        } else if (bits == 8 && type == "int") {
            set(NumberFormat::Int8, 1.0);
            if (!computesToo)
                m_scheme.warnings.emplace_back("int8 weights with 16-bit activations are sized as int8 that is computed in int8");
        } else if (bits == 4 && type == "float") {
            set(NumberFormat::Fp4, size == 32 ? kMxfp4 : kNvfp4);
        } else if (bits == 4 && type == "int") {
            set(NumberFormat::Int4, int4Bytes(size, symmetric));
        } else if (!m_problems.first) {
            weights.fail(ErrorCode::Unsupported, "num_bits", std::to_string(bits) + "-bit " + type.substr(0, 20) + " weights are not sized; 8 or 4 bits of int or float would be accepted");
        }
    }

    void gptq()
    {
        fourBits("bits");
        if (const Json &json = m_config.json(); m_config.has("dynamic") && !json["dynamic"].empty())
            unsupported("dynamic", "different bits for different modules are not sized yet");
        if (m_config.has("modules_in_block_to_quantize"))
            unsupported("modules_in_block_to_quantize", "a list of what is quantized is not read; a checkpoint with all linear modules quantized would be accepted");
    }

    void awq()
    {
        fourBits(m_config.has("w_bit") ? "w_bit" : "bits");
        for (std::string &name : m_config.texts("modules_to_not_convert"))
            m_scheme.kept.push_back(std::move(name));
    }

    void fourBits(const char *key)
    {
        const int bits = m_config.whole(key, 1, 32);
        const int size = m_config.whole(m_config.has("q_group_size") ? "q_group_size" : "group_size", -1, 65536, false, 128);
        const bool symmetric = m_config.has("sym") ? m_config.flag("sym") : m_config.has("zero_point") ? !m_config.flag("zero_point") : true;
        if (bits == 4)
            set(NumberFormat::Int4, int4Bytes(size, symmetric));
        else if (!m_problems.first)
            unsupported(key, std::to_string(bits) + " bits are not sized; 4 would be accepted");
    }

    void set(NumberFormat format, double bytes)
    {
        m_scheme.format = format;
        m_scheme.bytesPerWeight = bytes;
    }

    Problems m_problems;
    ObjectReader m_config;
    QuantizationScheme m_scheme;
};

} // namespace

Result<std::optional<QuantizationScheme>> readQuantization(const Json &config, const std::string &path, const std::string &file)
{
    if (!config.is_object())
        return std::unexpected(Error{ErrorCode::BadValue, path + ": an object would be accepted", file, path, 0});
    return SchemeReader(config, path, file).read();
}

Result<std::optional<QuantizationScheme>> readQuantConfigFile(const Json &config, const std::string &file)
{
    if (!config.is_object() || !config.contains("quantization") || !config["quantization"].is_object())
        return std::unexpected(Error{ErrorCode::BadValue, "quantization: this object is missing from hf_quant_config.json", file, "quantization", 0});
    const Json &quantization = config["quantization"];
    if (!quantization.contains("quant_algo") || quantization["quant_algo"].is_null())
        return std::nullopt; // only the KV cache is quantized
    return SchemeReader(quantization, "quantization", file).read();
}

} // namespace headroom::core::hf
