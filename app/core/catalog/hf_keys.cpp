// SPDX-License-Identifier: GPL-3.0-or-later
#include "hf_keys.h"

#include <algorithm>
#include <array>

namespace headroom::core::hf {
namespace {

using Json = nlohmann::json;

// Keys whose names speak of tensors although they size none.
constexpr std::array<std::string_view, 77> kHarmless{
    "attention_dropout", "attn_dropout", "attn_pdrop", "embd_pdrop", "resid_pdrop", "hidden_dropout", "hidden_dropout_prob", "embedding_dropout", "residual_dropout",
    "hidden_act", "hidden_activation", "attn_implementation", "attn_logit_softcapping", "final_logit_softcapping", "query_pre_attn_scalar",
    "attention_multiplier", "embedding_multiplier", "embedding_scale", "residual_multiplier", "logits_scaling", "logit_scale", "attn_scale", "attn_temperature_tuning",
    "attn_temperature_scale", "attention_scale", "floor_scale", "use_bidirectional_attention", "cache_implementation", "initializer_range",
    "output_attentions", "output_hidden_states", "output_router_logits", "router_aux_loss_coef", "router_z_loss_coef", "router_jitter_noise", "router_dtype",
    "moe_router_dtype", "aux_loss_alpha", "norm_topk_prob", "norm_topk_prop", "routed_scaling_factor", "moe_renormalize", "scoring_func", "n_group", "topk_group", "seq_aux",
    "ep_size", "pretraining_tp", "indexer_rope_interleave", "chunk_size_feed_forward", "pruned_heads", "tie_encoder_decoder", "cross_attention_hidden_size",
    "num_beams", "num_beam_groups", "max_position_embeddings", "original_max_position_embeddings", "max_window_layers", "initial_context_length",
    "num_nextn_predict_layers", "num_mtp_modules", "mtp_transformer_layers", "mtp_num_hidden_layers", "mtp_use_dedicated_embeddings", "use_mtp", "mtp_loss_scaling_factor",
    "for_llm_compressor", "layernorm_epsilon", "layer_norm_eps", "layer_norm_epsilon", "no_repeat_ngram_size", "encoder_no_repeat_ngram_size", "length_penalty",
    "dtype", "torch_dtype", "quantization_config", "swiglu_limit"};

constexpr std::array<std::string_view, 61> kPlain{
    "architectures", "auto_map", "model_type", "transformers_version", "use_cache", "bos_token_id", "eos_token_id", "pad_token_id", "sep_token_id", "cls_token_id",
    "unk_token_id", "decoder_start_token_id", "bad_words_ids", "begin_suppress_tokens", "suppress_tokens", "forced_bos_token_id", "forced_eos_token_id", "rms_norm_eps",
    "rotary_dim", "rotary_pct", "partial_rotary_factor", "partial_rotary_factors", "use_mrope", "mrope_section", "temperature", "top_k", "top_p", "typical_p",
    "repetition_penalty", "diversity_penalty", "do_sample", "early_stopping", "epsilon_cutoff", "eta_cutoff", "exponential_decay_length_penalty", "finetuning_task",
    "id2label", "label2id", "is_decoder", "max_length", "min_length", "num_return_sequences", "prefix", "problem_type", "remove_invalid_values", "return_dict",
    "return_dict_in_generate", "output_scores", "task_specific_params", "tf_legacy_loss", "tokenizer_class", "torchscript", "use_bfloat16", "clip_qkv", "norm_eps",
    "mup_base_width", "unsloth_fixed", "unsloth_version", "norm_type", "ignore_index", "attention_probs_dropout_prob"};

constexpr std::array<std::string_view, 36> kSpeaksOfTensors{
    "layer", "head", "expert", "moe", "attn", "attention", "conv", "ssm", "mamba", "hidden", "inter", "dim", "lora", "rank", "window", "chunk", "embed", "embd", "vocab",
    "quant", "mlp", "ffn", "state", "size", "width", "depth", "index", "sparse", "shared", "block", "kernel", "memory", "bias", "cross", "altup", "gate"};

bool isOff(const Json &value)
{
    if (value.is_null() || (value.is_boolean() && !value.get<bool>()) || (value.is_number() && value.get<double>() == 0.0))
        return true;
    return (value.is_string() || value.is_array() || value.is_object()) && value.empty();
}

} // namespace

KeyMeaning meaningOf(std::string_view key, const Json &value)
{
    if (isOff(value) || key.starts_with('_') || key.starts_with("rope_") || key.starts_with("vision_") || key.ends_with("_token_id"))
        return KeyMeaning::None;
    if (std::ranges::find(kHarmless, key) != kHarmless.end() || std::ranges::find(kPlain, key) != kPlain.end())
        return KeyMeaning::None;
    const bool speaks = std::ranges::any_of(kSpeaksOfTensors, [&](std::string_view word) { return key.find(word) != std::string_view::npos; });
    return speaks ? KeyMeaning::Sizes : KeyMeaning::Unknown;
}

} // namespace headroom::core::hf
