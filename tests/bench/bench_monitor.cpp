// SPDX-License-Identifier: GPL-3.0-or-later
// What watching costs: the parser on genuine pages, against a search for line ends and against promtool; and the polling of
// 1,000 GPUs. Prints figures; nothing fails on a time.
#include "unit/monitor/scripted_server.h"

#include <monitor/demo/demo_cluster.h>
#include <monitor/demo/demo_pages.h>
#include <monitor/exposition/exposition_parser.h>
#include <monitor/mapping/canonical_mapper.h>
#include <monitor/mapping/mapping_rule.h>
#include <monitor/poller/poller.h>
#include <monitor/sources/prometheus_answer.h>
#include <monitor/sources/source_address.h>

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <limits>
#include <string>

using namespace headroom::monitor;

namespace {

constexpr int kEndpoints = 125;
constexpr int kGpusPerEndpoint = 8;
constexpr int kSeconds = 10;

class Counter final : public ExpositionVisitor {
public:
    void type(std::string_view, MetricType) override {}
    void help(std::string_view, std::string_view) override {}
    void unit(std::string_view, std::string_view) override {}
    void sample(const SampleView &sample) override
    {
        ++samples;
        labels += sample.labels.size();
    }
    void error(const ExpositionError &) override { ++errors; }

    std::size_t samples = 0;
    std::size_t labels = 0;
    std::size_t errors = 0;
};

Counter parse(const QByteArray &page)
{
    Counter counter;
    ExpositionParser parser(ExpositionFormat::Prometheus, counter);
    parser.feed({page.constData(), static_cast<std::size_t>(page.size())});
    parser.finish();
    return counter;
}

// The shortest of many runs, in seconds.
template<class Work>
double best(int runs, Work work)
{
    double shortest = std::numeric_limits<double>::infinity();
    for (int i = 0; i < runs; ++i) {
        QElapsedTimer clock;
        clock.start();
        work();
        shortest = std::min(shortest, static_cast<double>(clock.nsecsElapsed()) / 1e9);
    }
    return shortest;
}

void figure(const char *name, const QString &value)
{
    std::printf("%-62s %s\n", name, qPrintable(value));
    std::fflush(stdout);
}

// Pages of exporters, whole, one after the other up to a megabyte; a page that contradicts an earlier one is left out.
QStringList joinPages(QByteArray &joined)
{
    constexpr qsizetype kWanted = 1'000'000;
    const QString root = QStringLiteral(HEADROOM_SHARED_DATA "/metrics/");
    QStringList files;
    for (const char *const folder : {"dcgm-exporter", "synthetic", "vllm", "sglang", "amd-device-metrics-exporter", "ascend-npu-exporter", "llama.cpp", "triton", "trtllm-serve", "nvidia_gpu_exporter", "node_exporter", "prometheus-textparse"}) {
        QDirIterator pages(root + QLatin1String(folder), QDir::Files);
        QStringList sorted;
        while (pages.hasNext())
            sorted << pages.next();
        sorted.sort();
        files << sorted;
    }
    QStringList used;
    for (const QString &name : files) {
        QFile file(name);
        const QByteArray page = file.open(QIODevice::ReadOnly) ? file.readAll() + '\n' : QByteArray();
        if (joined.size() >= kWanted || parse(page).samples == 0 || parse(joined + page).errors > 0)
            continue;
        joined += page;
        used << name;
    }
    return used;
}

double promtoolSeconds(const QString &promtool, const QString &file)
{
    return best(3, [&] {
        QProcess process;
        process.setStandardInputFile(file);
        process.start(promtool, {QStringLiteral("check"), QStringLiteral("metrics")});
        process.waitForFinished(60000);
    });
}

void measureParser()
{
    QByteArray page;
    const QStringList used = joinPages(page);
    if (used.isEmpty())
        return figure("parser", QStringLiteral("the genuine pages are not on this machine"));
    const auto bytes = static_cast<double>(page.size());
    const Counter counter = parse(page);
    const double parser = best(200, [&page] { parse(page); });
    std::size_t lines = 0;
    const double search = best(200, [&page, &lines] {
        const char *at = page.constData();
        const char *const end = at + page.size();
        std::size_t found = 0;
        while (at < end && (at = static_cast<const char *>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) != nullptr) {
            ++found;
            ++at;
        }
        lines = found;
    });
    figure("parser, genuine pages joined (aim: 400 MB/s)", QStringLiteral("%1 MB/s   %2 kB, %3 samples, %4 ns each, %5 pages").arg(bytes / parser / 1e6, 0, 'f', 0).arg(bytes / 1e3, 0, 'f', 0).arg(counter.samples)
            .arg(parser * 1e9 / static_cast<double>(counter.samples), 0, 'f', 0).arg(used.size()));
    figure("memchr for line ends over the same bytes", QStringLiteral("%1 MB/s   %2 lines; the parser takes %3 times as long").arg(bytes / search / 1e6, 0, 'f', 0).arg(lines).arg(parser / search, 0, 'f', 1));
    const QString promtool = QStandardPaths::findExecutable(QStringLiteral("promtool"));
    if (promtool.isEmpty())
        return figure("promtool check metrics", QStringLiteral("not installed (Debian package prometheus)"));
    const double start = promtoolSeconds(promtool, QProcess::nullDevice());
    double theirs = 0.0;
    double ours = 0.0;
    for (const QString &name : used) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly) || file.size() < 15000)
            continue; // the start of the process would drown it
        const QByteArray one = file.readAll();
        theirs += std::max(0.0, promtoolSeconds(promtool, name) - start);
        ours += best(20, [&one] { parse(one); });
    }
    figure("promtool check metrics, its pages one by one, less its start", QStringLiteral("%1 ms against %2 ms: %3 times as long").arg(theirs * 1e3, 0, 'f', 0).arg(ours * 1e3, 0, 'f', 2).arg(theirs / ours, 0, 'f', 0));
}

double threadCpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// The exporters answer from another thread, with connections that stay open; only the polling thread's time counts.
void measurePolling()
{
    DemoCluster cluster({.nodes = 1, .gpusPerNode = kGpusPerEndpoint});
    const QByteArray page = QByteArray::fromStdString(demoDcgmPage(cluster.nodes()));
    QThread servers;
    servers.start();
    headroom::test::ScriptedServer *server = nullptr;
    auto *const context = new QObject;
    context->moveToThread(&servers);
    QMetaObject::invokeMethod(
        context,
        [&server, &page] {
            server = new headroom::test::ScriptedServer([&page](QTcpSocket &socket, const QByteArray &) {
                socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4\r\nContent-Length: " + QByteArray::number(page.size()) + "\r\n\r\n" + page);
            });
        },
        Qt::BlockingQueuedConnection);
    std::vector<SourceConfig> sources;
    for (int i = 0; i < kEndpoints; ++i) {
        SourceConfig config = parseSourceAddress(server->url(QStringLiteral("/node/%1").arg(i)).toStdString()).value();
        config.interval = std::chrono::milliseconds(1000);
        sources.push_back(config);
    }
    Poller poller;
    std::size_t snapshots = 0;
    std::size_t values = 0;
    std::size_t failed = 0;
    QObject::connect(&poller, &Poller::snapshotReady, &poller, [&](const Snapshot &snapshot) {
        ++snapshots;
        values += snapshot.samples.size();
        failed += snapshot.state == SourceState::Failed;
    });
    poller.setSources(sources);
    QEventLoop loop;
    QTimer::singleShot(2000, &loop, &QEventLoop::quit); // connections are made, every counter has a value before it
    loop.exec();
    snapshots = values = failed = 0;
    const double before = threadCpuSeconds();
    QTimer::singleShot(kSeconds * 1000, &loop, &QEventLoop::quit);
    loop.exec();
    const double used = threadCpuSeconds() - before;
    figure("1,000 GPUs x 20 metrics, 125 endpoints, 1 Hz: scrape, parse, map", QStringLiteral("%1 % of a core   %2 polls and %3 values a second, %4 failed").arg(100.0 * used / kSeconds, 0, 'f', 1)
            .arg(static_cast<double>(snapshots) / kSeconds, 0, 'f', 0).arg(static_cast<double>(values) / kSeconds, 0, 'f', 0).arg(failed));
    poller.setSources({});
    QMetaObject::invokeMethod(
        context,
        [server, context] {
            delete server;
            delete context;
        },
        Qt::BlockingQueuedConnection);
    servers.quit();
    servers.wait();
}

// What a fleet's answer costs from its last byte to canonical metrics: the page waits for it.
void measureFleet()
{
    constexpr int kGpus = 10'000;
    std::string body = R"({"status":"success","data":{"resultType":"vector","result":[)";
    std::size_t series = 0;
    for (const std::string &name : gaugeNames()) {
        if (!name.starts_with("DCGM_FI_") || series >= std::size_t{20} * kGpus)
            continue;
        for (int gpu = 0; gpu < kGpus; ++gpu, ++series)
            body += QStringLiteral(R"(%1{"metric":{"__name__":"%2","UUID":"GPU-%3-4200-4242-037f-f97e6cae0f09","device":"nvidia%4","gpu":"%4","Hostname":"node-%5","instance":"10.0.0.%5:9400","job":"dcgm","modelName":"NVIDIA H100 80GB HBM3","namespace":"ml","pod":"vllm-%5"},"value":[1795490155.123,"%6.%7"]})")
                        .arg(QLatin1String(series == 0 ? "" : ","), QString::fromStdString(name))
                        .arg(gpu, 8, 16, QLatin1Char('0'))
                        .arg(gpu % 8)
                        .arg(gpu / 8)
                        .arg(gpu % 97)
                        .arg(series % 1000)
                        .toStdString();
    }
    body += "]}}";
    std::size_t values = 0;
    const double before = threadCpuSeconds();
    CanonicalMapper mapper("n");
    mapper.begin(1.0);
    readPrometheusAnswer(body, [&mapper](const ApiSeries &one) {
        SampleView sample;
        sample.name = one.name;
        sample.labels = one.labels;
        sample.value = one.points.back().value;
        mapper.add(sample);
    });
    values = mapper.finish().samples.size();
    figure("10,000 GPUs x 20 metrics from the Prometheus API: read, map (aim: 1 s)", QStringLiteral("%1 s of a core   %2 MB, %3 values").arg(threadCpuSeconds() - before, 0, 'f', 2).arg(static_cast<double>(body.size()) / 1e6, 0, 'f', 0).arg(values));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    measureParser();
    measurePolling();
    measureFleet();
    return 0;
}
