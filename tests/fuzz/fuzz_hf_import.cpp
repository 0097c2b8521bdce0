// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever a config.json holds, importing it ends: with a model that can be stored, loaded and counted, or with an error
// that has a sentence. Built as a libFuzzer target with HEADROOM_FUZZ=ON; its seeds are replayed by tst_fuzz_seeds.
#include <core/catalog/catalog_loader.h>
#include <core/catalog/hf_import.h>
#include <core/catalog/parameters.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace headroom::core;
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    // A zero byte separates config.json from hf_quant_config.json.
    const auto middle = text.find('\0');
    HfConfigText config{text.substr(0, middle), std::nullopt, "config.json"};
    if (middle != std::string_view::npos)
        config.quantConfig = text.substr(middle + 1);
    const auto model = importHfConfig(config, "fuzzed");
    if (!model) {
        require(!model.error().detail.empty());
        return 0;
    }
    const ParameterCount count = countParameters(model->architecture);
    require(count.total() > 0 && activeParameters(model->architecture) > 0 && activeParameters(model->architecture) <= count.total());
    require(kvBytesPerToken(model->architecture, 2.0).value() >= 0);
    require(!attentionClass(model->architecture).empty());
    const auto back = withOverlayText(Catalog{}, "{\"models\": [" + modelToJson(*model) + "]}", "fuzzed");
    require(back.has_value() && back->models.size() == 1 && back->models.front() == *model);
    return 0;
}
