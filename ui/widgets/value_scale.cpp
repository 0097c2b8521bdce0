// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/value_scale.h>

#include <algorithm>
#include <cmath>

namespace headroom::ui {

namespace {

double roundToDecimals(double value, int decimals)
{
    const double factor = std::pow(10.0, decimals);
    return std::round(value * factor) / factor;
}

double unitOfDigits(double value, int digits)
{
    return std::pow(10.0, std::floor(std::log10(value)) - (digits - 1));
}

double inSpan(const ValueScale &scale, double value)
{
    return std::clamp(roundToDecimals(value, scale.decimals), scale.sliderLow, scale.sliderHigh);
}

} // namespace

int positionCount(const ValueScale &scale)
{
    if (scale.logarithmic)
        return kSliderSteps;
    return std::max(1, static_cast<int>(std::lround((scale.sliderHigh - scale.sliderLow) / scale.step)));
}

int positionOf(const ValueScale &scale, double value)
{
    const double clamped = std::clamp(value, scale.sliderLow, scale.sliderHigh);
    if (scale.logarithmic) {
        const double share = std::log(clamped / scale.sliderLow) / std::log(scale.sliderHigh / scale.sliderLow);
        return static_cast<int>(std::lround(share * kSliderSteps));
    }
    return static_cast<int>(std::lround((clamped - scale.sliderLow) / scale.step));
}

double valueAt(const ValueScale &scale, int position)
{
    if (position <= 0)
        return scale.sliderLow;
    if (position >= positionCount(scale))
        return scale.sliderHigh;
    if (!scale.logarithmic)
        return inSpan(scale, scale.sliderLow + position * scale.step);
    const double exact = scale.sliderLow * std::pow(scale.sliderHigh / scale.sliderLow, static_cast<double>(position) / kSliderSteps);
    const double unit = unitOfDigits(exact, 2) / 2.0;
    return inSpan(scale, std::round(exact / unit) * unit);
}

double stepped(const ValueScale &scale, double value, int direction, bool coarse)
{
    const double from = std::clamp(value, scale.sliderLow, scale.sliderHigh);
    double unit = scale.step * (coarse ? 10.0 : 1.0);
    if (scale.logarithmic) {
        // Just under a power of ten the step downwards is the finer one: 1000 -> 990, not 900.
        const double probe = direction < 0 ? from * (1.0 - 1e-9) : from * (1.0 + 1e-9);
        unit = std::max(unitOfDigits(probe, coarse ? 1 : 2), std::pow(10.0, -scale.decimals));
    }
    const double ratio = from / unit;
    const double next = direction > 0 ? std::floor(ratio + 1e-6) + 1.0 : std::ceil(ratio - 1e-6) - 1.0;
    return inSpan(scale, next * unit);
}

} // namespace headroom::ui
