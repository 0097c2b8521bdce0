// SPDX-License-Identifier: GPL-3.0-or-later
// bench_window STARTED: prints how long it took from STARTED (seconds since 1970, taken before the process began) to the first
// paint of the real window over a new data folder, to the first answer on it, and the memory that is resident two seconds later.
#include "command_context.h"
#include "window/program.h"

#include <ui/theme/theme.h>

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

double now()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

// Megabytes of a line of /proc/self/status.
double resident()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    return 0;
}

class FirstPaint : public QObject {
public:
    explicit FirstPaint(double started) : m_started(started) {}

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_seen) {
            m_seen = true;
            // Everything in the window is painted in the same turn of the event loop.
            QTimer::singleShot(0, this, [this] { std::printf("start to first paint (aim: under 500 ms)       %.0f ms\n", 1000 * (now() - m_started)); });
        }
        return false;
    }

private:
    double m_started;
    bool m_seen = false;
};

} // namespace

int main(int argc, char **argv)
{
    const double started = argc > 1 ? std::atof(argv[1]) : now();
    QTemporaryDir data;
    headroom::app::CommandContext context;
    context.dataDir = data.path().toStdString();
    const auto catalog = context.catalog();
    if (!catalog) {
        context.fail(catalog.error());
        return 1;
    }
    QApplication application(argc, argv);
    headroom::present::Language language;
    headroom::ui::applyTheme(application, headroom::ui::ThemeMode::Light);
    headroom::app::ProgramOptions options;
    options.dataFolder = context.dataFolder();
    options.catalog = *catalog;
    options.reloadCatalog = [&context] { return context.reloadCatalog(); };
    options.sample = headroom::app::sampleScenario();
    headroom::app::Program program(std::move(options), language);
    FirstPaint firstPaint(started);
    program.window().installEventFilter(&firstPaint);
    QObject::connect(&program.session(), &headroom::present::ScenarioSession::planChanged, &application, [&, answered = false]() mutable {
        if (answered)
            return;
        answered = true;
        std::printf("start to the first answer                     %.0f ms\n", 1000 * (now() - started));
        QTimer::singleShot(2000, &application, [] {
            std::printf("resident memory after start (aim: < 120 MB)   %.0f MB\n", resident());
            QApplication::exit(0);
        });
    });
    program.window().resize(1440, 900);
    program.window().show();
    program.start();
    return QApplication::exec();
}
