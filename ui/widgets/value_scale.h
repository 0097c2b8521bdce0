// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace headroom::ui {

// What a slider can say and what its field accepts. The slider spans the comfortable part; the field accepts all that is
// sane. low <= sliderLow < sliderHigh <= high; logarithmic needs sliderLow > 0.
struct ValueScale {
    double low = 0.0;
    double high = 100.0;
    double sliderLow = 0.0;
    double sliderHigh = 100.0;
    bool logarithmic = false;
    double step = 1.0;  // of a linear slider; a logarithmic one steps by two significant digits
    int decimals = 0;   // that the field keeps

    bool operator==(const ValueScale &) const = default;
};

inline constexpr int kSliderSteps = 1000; // positions of a logarithmic slider

// Positions run from 0 to positions(scale).
int positionCount(const ValueScale &scale);
int positionOf(const ValueScale &scale, double value);
// The round value at a position (logarithmic: three significant digits at most).
double valueAt(const ValueScale &scale, int position);
// The next round value in a direction (+1 or -1), inside the slider's span; coarse: one significant digit, or ten steps.
double stepped(const ValueScale &scale, double value, int direction, bool coarse);

} // namespace headroom::ui
