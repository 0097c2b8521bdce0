// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_mapping.h"

#include <vector>

namespace headroom::monitor {

MappedPoll mapPage(const MetricsPage &page)
{
    CanonicalMapper mapper({}, CanonicalMapper::Over::WholeLife);
    mapper.begin(0.0);
    std::vector<LabelView> labels;
    for (const PageSeries &series : page.series) {
        labels.clear();
        for (const auto &[name, value] : series.labels)
            labels.push_back({name, value});
        SampleView sample;
        sample.name = series.name;
        sample.labels = labels;
        sample.value = series.samples.back().value;
        mapper.add(sample);
    }
    return mapper.finish();
}

} // namespace headroom::monitor
