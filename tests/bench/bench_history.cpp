// SPDX-License-Identifier: GPL-3.0-or-later
// Prints how many bytes a sample takes, how many samples a second the history takes in, and how long a picture of a day of
// one metric of a thousand GPUs is read.
#include "support/history_series.h"

#include <db/history/history.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace headroom;
using namespace headroom::db;

namespace {

constexpr std::int64_t kStart = 1'770'000'000'000;

std::unique_ptr<History> opened(const QTemporaryDir &folder, std::vector<HistoryField> fields)
{
    HistoryOptions options;
    options.folder = folder.path().toStdString();
    options.fields = std::move(fields);
    auto history = History::open(options);
    if (!history) {
        std::fprintf(stderr, "%s\n", history.error().detail.c_str());
        std::exit(1);
    }
    return *std::move(history);
}

void must(const core::Result<void> &done)
{
    if (!done) {
        std::fprintf(stderr, "%s\n", done.error().detail.c_str());
        std::exit(1);
    }
}

bool workOnce(History &history)
{
    const auto more = history.work();
    must(more ? core::Result<void>() : std::unexpected(more.error()));
    return *more;
}

// As many polls of the series as `polls`, a commit for every `each` of them as StoreThread does once a second.
void size(bool exact)
{
    QTemporaryDir folder;
    auto fields = test::HistorySeries::fields();
    if (exact)
        for (HistoryField &field : fields)
            field.decimals = field.name == "gpu.power_w" ? 3 : field.name == "serving.kv_cache_ratio" || field.name == "serving.ttft_s:0.95" ? 6 : field.decimals;
    auto history = opened(folder, fields);
    test::HistorySeries series(20); // 200 series
    constexpr int kPolls = 480 * 18; // half a day at 5 s
    for (int i = 0; i < kPolls; ++i) {
        history->record(series.poll("a", kStart + i * 5000LL + i * 7919 % 13));
        if (i % 20 == 0)
            must(history->commit());
        while (i % 100 == 0 && workOnce(*history)) {
        }
    }
    while (workOnce(*history)) {
    }
    const HistorySize size = history->size().value();
    const double inChunks = 200.0 * (kPolls - 480);
    std::printf("%-44s %.2f B chunks, %.2f B with roll-ups (aim: 1.5 B)\n", exact ? "history, a sample, power to 1 mW, KV to 1e-6" : "history, a sample at its resolution",
                static_cast<double>(size.chunkBytes) / inChunks, static_cast<double>(size.chunkBytes + size.rollUpBytes) / inChunks);
}

void ingest()
{
    QTemporaryDir folder;
    auto history = opened(folder, test::HistorySeries::fields());
    test::HistorySeries series(160);
    std::vector<HistoryPoll> polls; // made before the clock runs
    for (int i = 0; i < 50; ++i)
        polls.push_back(series.poll("s", 0));
    constexpr int kSources = 12;    // 19,200 series
    constexpr int kRounds = 1000;
    std::int64_t samples = 0;
    std::int64_t longest = 0;
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < kRounds; ++round) {
        QElapsedTimer one;
        one.start();
        for (int source = 0; source < kSources; ++source) {
            HistoryPoll &poll = polls[static_cast<std::size_t>((round * 7 + source) % 50)];
            poll.source = "s" + std::to_string(source);
            poll.timeMs = kStart + round * 1000LL + source;
            history->record(poll);
            samples += static_cast<std::int64_t>(poll.samples.size());
        }
        must(history->commit());
        workOnce(*history);
        longest = std::max<std::int64_t>(longest, one.elapsed());
    }
    while (workOnce(*history)) {
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    std::printf("%-44s %.0f samples/s, longest second of polls %lld ms (aim: 200,000 samples/s)\n", "history, ingest of 19,200 series",
                static_cast<double>(samples) / seconds, static_cast<long long>(longest));
}

void read()
{
    QTemporaryDir folder;
    auto history = opened(folder, {{"gpu.util_ratio", 4}});
    std::mt19937_64 random(3);
    std::normal_distribution<double> normal;
    std::vector<double> load(1000, 0.5);
    HistoryPoll poll{"fleet", 0, {}, {}};
    for (std::uint32_t i = 0; i < load.size(); ++i) {
        poll.subjects.push_back("gpu " + std::to_string(i));
        poll.samples.push_back({i, 0, 0.0});
    }
    constexpr int kPolls = 86400 / 5;
    for (int i = 0; i < kPolls; ++i) {
        poll.timeMs = kStart + i * 5000LL;
        for (std::size_t gpu = 0; gpu < load.size(); ++gpu) {
            load[gpu] = std::clamp(load[gpu] + 0.02 * normal(random), 0.0, 1.0);
            poll.samples[gpu].value = std::round(load[gpu] * 100) / 100;
        }
        history->record(poll);
        if (i % 20 == 0)
            must(history->commit());
        workOnce(*history);
    }
    std::vector<double> milliseconds;
    std::vector<double> processor;
    std::size_t points = 0;
    for (int i = 0; i < 7; ++i) {
        QElapsedTimer timer;
        timer.start();
        const std::clock_t began = std::clock();
        const auto answer = history->read({{}, {0}, kStart, kStart + 86'400'000 - 1, 1000});
        milliseconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        processor.push_back(1e3 * static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC);
        must(answer ? core::Result<void>() : std::unexpected(answer.error()));
        points = answer->at(0).series.size() * answer->at(0).times.size();
    }
    std::ranges::sort(milliseconds);
    std::ranges::sort(processor);
    std::printf("%-44s p50 %.0f ms, longest %.0f ms, %.0f ms of processor time, %zu points (aim: 100 ms)\n", "history, a day of 1,000 GPUs at 1,000 pixels", milliseconds[3],
                milliseconds.back(), processor[3], points);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    size(false);
    size(true);
    ingest();
    read();
    return 0;
}
