// SPDX-License-Identifier: GPL-3.0-or-later
// A process that records polls as the window does, for tests that kill it.
//   history_child FOLDER   20,000 samples a second until it is killed, in polls a tenth of a second apart
// Prints "polled NUMBER MS" for each poll once it was handed over: the number is the value that was polled.
#include "support/history_series.h"

#include <db/store/store_thread.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QTimer>

#include <cstdio>

using namespace headroom;
using namespace headroom::db;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    StoreOptions options{QCoreApplication::arguments().value(1).toStdString(), std::chrono::milliseconds(20000), {}};
    options.historyFields = {{"number", 0}, {"noise", 1}};
    StoreThread store(options);
    QObject::connect(&store, &StoreThread::failed, &application, [](RequestId, const core::Error &error) {
        std::fprintf(stderr, "%s: %s\n", core::errorCodeName(error.code), error.detail.c_str());
        QCoreApplication::exit(1);
    });
    QTimer polling;
    std::int64_t number = QDateTime::currentMSecsSinceEpoch() / 100; // goes on rising after a restart
    std::mt19937_64 random(7);
    QObject::connect(&polling, &QTimer::timeout, &application, [&] {
        HistoryPoll poll{"child", QDateTime::currentMSecsSinceEpoch(), {}, {}};
        ++number;
        for (std::uint32_t i = 0; i < 1000; ++i) {
            poll.subjects.push_back(std::to_string(i));
            poll.samples.push_back({i, 0, static_cast<double>(number)});
            poll.samples.push_back({i, 1, static_cast<double>(random() % 1000)});
        }
        store.record(poll);
        std::printf("polled %lld %lld\n", static_cast<long long>(number), static_cast<long long>(poll.timeMs));
        std::fflush(stdout);
    });
    QObject::connect(&store, &StoreThread::opened, &application, [&] { polling.start(100); });
    store.open();
    return QCoreApplication::exec();
}
