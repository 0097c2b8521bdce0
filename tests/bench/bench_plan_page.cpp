// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how long a step of a slider takes until the tiles that follow from it are painted: the real page, engine and catalog.
#include "gui/plan_page_fixture.h"

#include <QElapsedTimer>
#include <QSlider>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

double atShare(const std::vector<double> &sorted, double share)
{
    return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    headroom::ui::applyTheme(application, headroom::ui::ThemeMode::Light);
    headroom::test::PlanPageFixture fixture(headroom::test::sampleScenario(), {1204, 748}, headroom::present::coreEngine());
    for (const char *name : {"demand.users.slider", "demand.peak_rps.slider"}) {
        auto *slider = fixture.page.findChild<QSlider *>(QString::fromLatin1(name));
        if (!slider) {
            std::fprintf(stderr, "no slider named %s\n", name);
            return 1;
        }
        slider->setFocus();
        std::vector<double> milliseconds;
        std::vector<double> planning;   // of them the worker's
        for (int step = 0; step < 200; ++step) {
            const int before = slider->value();
            // Up and down over the same stretch, never at an end.
            const int direction = step / 20 % 2 == 0 ? slider->singleStep() : -slider->singleStep();
            QElapsedTimer timer;
            timer.start();
            slider->setValue(before + direction);
            while (fixture.session.isPlanning())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            QCoreApplication::processEvents(); // the paint that the answer asked for
            milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            planning.push_back(fixture.session.answer()->seconds * 1e3);
        }
        std::ranges::sort(milliseconds);
        std::ranges::sort(planning);
        std::printf("%s: to new tiles p50 %.1f ms, p95 %.1f ms, longest %.1f ms (%zu steps); planning p50 %.1f ms, p95 %.1f ms\n", name, atShare(milliseconds, 0.5),
                    atShare(milliseconds, 0.95), milliseconds.back(), milliseconds.size(), atShare(planning, 0.5), atShare(planning, 0.95));
    }
    return 0;
}
