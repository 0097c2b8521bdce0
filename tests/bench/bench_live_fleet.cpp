// SPDX-License-Identifier: GPL-3.0-or-later
// bench_live_fleet [--quick] [--for SECONDS] [--hour SECONDS] [--fleet]: what watching a large fleet costs the whole program.
//   first    1,000 GPUs x 20 metrics at 1 Hz from 125 endpoints in another process: scraped, parsed, stored, judged and drawn by
//            the program as it is; the processor's time of the process, its memory, and how long its window ever kept waiting
//   --hour   memory after that many seconds of such polls: they are handed over as fast as they are worked off, with times a
//            second apart, so that every bound of the hour is reached; only the network is left out
//   --fleet  10,000 GPUs in one answer of a Prometheus API: from its last byte to the painted page
// Prints figures; nothing fails on a time.
#include "command_context.h"
#include "window/program.h"
#include "unit/monitor/scripted_server.h"

#include <db/store/store.h>
#include <monitor/demo/demo_cluster.h>
#include <monitor/demo/demo_pages.h>
#include <monitor/mapping/canonical_mapper.h>
#include <monitor/mapping/page_mapping.h>
#include <monitor/sources/prometheus_answer.h>
#include <ui/theme/theme.h>

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <sys/resource.h>

#include <atomic>
#include <cstdio>
#include <ctime>
#include <map>

using namespace headroom;

namespace {

constexpr int kEndpoints = 125;
constexpr int kGpus = 8;

double wall()
{
    return static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000.0;
}

double processorSeconds()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval &time) { return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

// The processor's time of this thread: other work on the machine does not count in it.
double threadMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double residentMb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    return 0;
}

// Seconds of the processor by thread, for who looks for what costs.
std::map<QByteArray, double> threadSeconds()
{
    std::map<QByteArray, double> all;
    for (const QString &task : QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile stat(QStringLiteral("/proc/self/task/%1/stat").arg(task));
        if (!stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = stat.readAll();
        const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
        all[line.mid(line.indexOf('(') + 1, line.lastIndexOf(')') - line.indexOf('(') - 1) + " " + task.toUtf8()] += (fields.value(11).toDouble() + fields.value(12).toDouble()) / 100.0;
    }
    return all;
}

// How long the thread of the window does not answer: asked from another thread, every few milliseconds.
class Watchdog : public QThread {
public:
    // Made on the window's thread.
    explicit Watchdog(QObject *window) : m_window(window) { pthread_getcpuclockid(pthread_self(), &m_clock); }
    ~Watchdog() override
    {
        m_stop = true;
        wait();
    }
    void begin()
    {
        m_longest = 0;
        m_longestOwn = 0;
        m_over50 = 0;
        m_asked = 0;
    }
    double longestMs() const { return m_longest; }
    double longestOwnMs() const { return m_longestOwn; } // of the processor, by the window's thread: what others took does not count
    int over50() const { return m_over50; }
    int asked() const { return m_asked; }

protected:
    void run() override
    {
        while (!m_stop) {
            QElapsedTimer clock;
            clock.start();
            const double own = ownMs();
            std::atomic<bool> answered = false;
            QMetaObject::invokeMethod(m_window, [&answered] { answered = true; }, Qt::QueuedConnection);
            while (!answered && !m_stop)
                usleep(200);
            const double took = static_cast<double>(clock.nsecsElapsed()) / 1e6;
            const double worked = ownMs() - own;
            ++m_asked;
            m_longest = std::max(m_longest.load(), took);
            m_longestOwn = std::max(m_longestOwn.load(), worked);
            m_over50 += worked > 50;
            usleep(5000);
        }
        QCoreApplication::removePostedEvents(m_window, QEvent::MetaCall);
    }

private:
    double ownMs() const
    {
        timespec time{};
        clock_gettime(m_clock, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }

    QObject *m_window;
    clockid_t m_clock{};
    std::atomic<bool> m_stop = false;
    std::atomic<double> m_longest = 0;
    std::atomic<double> m_longestOwn = 0;
    std::atomic<int> m_over50 = 0;
    std::atomic<int> m_asked = 0;
};

// The exporters, in a process of their own: a port each. The pages change every second, as real ones do.
int serve(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    monitor::DemoCluster cluster({.nodes = kEndpoints, .gpusPerNode = kGpus});
    std::vector<QByteArray> pages(kEndpoints);
    const auto render = [&] {
        for (std::size_t i = 0; i < kEndpoints; ++i)
            pages[i] = QByteArray::fromStdString(monitor::demoDcgmPage(std::span(cluster.nodes()).subspan(i, 1)));
    };
    render();
    std::vector<std::unique_ptr<test::ScriptedServer>> servers;
    for (std::size_t i = 0; i < kEndpoints; ++i) {
        servers.push_back(std::make_unique<test::ScriptedServer>([&pages, i](QTcpSocket &socket, const QByteArray &) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain; version=0.0.4\r\nContent-Length: " + QByteArray::number(pages[i].size()) + "\r\n\r\n" + pages[i]);
        }));
        std::printf("%d\n", servers.back()->port());
    }
    std::fflush(stdout);
    QTimer tick;
    int seconds = 0;
    QObject::connect(&tick, &QTimer::timeout, &application, [&] {
        cluster.advanceTo(++seconds);
        render();
    });
    tick.start(1000);
    return QCoreApplication::exec();
}

void spin(double seconds)
{
    QEventLoop loop;
    QTimer::singleShot(static_cast<int>(seconds * 1000), &loop, &QEventLoop::quit);
    loop.exec();
}

double storeSeconds()
{
    for (const auto &[name, seconds] : threadSeconds())
        if (name.startsWith("store"))
            return seconds;
    return 0;
}

void waitForTheStore()
{
    for (double last = -1; storeSeconds() - last > 0.05;) {
        last = storeSeconds();
        spin(1.5);
    }
}

struct Window {
    Window(const QTemporaryDir &folder)
    {
        context.dataDir = folder.path().toStdString();
        app::ProgramOptions options;
        options.dataFolder = context.dataFolder();
        options.catalog = *context.catalog();
        options.alertRules = app::shippedAlertRules();
        options.xids = app::shippedXids();
        options.sample = app::sampleScenario();
        program = std::make_unique<app::Program>(std::move(options), language);
        program->window().resize(1440, 900);
        program->window().show();
        QEventLoop ready;
        QObject::connect(program.get(), &app::Program::ready, &ready, &QEventLoop::quit);
        program->start();
        ready.exec();
        spin(1);
        program->window().showPage(QStringLiteral("live"));
    }

    app::CommandContext context;
    present::Language language;
    std::unique_ptr<app::Program> program;
};

// What 125 pages say in the first second, by the ids of their sources.
std::vector<monitor::Snapshot> snapshotsOf(const std::vector<std::string> &ids)
{
    monitor::DemoCluster cluster({.nodes = kEndpoints, .gpusPerNode = kGpus});
    std::vector<monitor::Snapshot> snapshots(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        auto poll = monitor::mapPage(monitor::readMetricsPage(monitor::demoDcgmPage(std::span(cluster.nodes()).subspan(i, 1)), monitor::ExpositionFormat::Prometheus));
        snapshots[i].sourceId = ids[i];
        snapshots[i].dialects = "dcgm";
        snapshots[i].subjects = std::move(poll.subjects);
        snapshots[i].samples = std::move(poll.samples);
    }
    return snapshots;
}

void vary(monitor::Snapshot &snapshot, int second)
{
    for (std::size_t s = 0; s < snapshot.samples.size(); ++s)
        if (snapshot.samples[s].metric != monitor::CanonicalMetric::GpuXidCode)
            snapshot.samples[s].value *= 1.0 + 0.001 * (static_cast<double>((s * 31 + static_cast<std::size_t>(second) * 17) % 21) - 10);
}

// The last quarter of an hour before the start, so that what is measured is not a window that has just been opened.
// By another process: its memory is not the program's.
int fillHistory(const std::string &folder, const std::vector<std::string> &ids)
{
    constexpr int kBefore = 900;
    db::StoreThread store({folder, std::chrono::seconds(5), {}, app::HistoryFeed::fields(), {}});
    QEventLoop loop;
    QObject::connect(&store, &db::StoreThread::opened, &loop, &QEventLoop::quit);
    QObject::connect(&store, &db::StoreThread::alertsListed, &loop, &QEventLoop::quit);
    store.open();
    loop.exec();
    app::HistoryFeed feed(store);
    std::vector<monitor::Snapshot> snapshots = snapshotsOf(ids);
    const std::int64_t begin = QDateTime::currentMSecsSinceEpoch() - kBefore * 1000;
    for (int second = 0; second < kBefore; ++second) {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            snapshots[i].timeMs = begin + second * 1000 + static_cast<std::int64_t>(i) * 7;
            vary(snapshots[i], second);
            feed.take(snapshots[i]);
        }
        if (second % 20 == 19) { // what waits is worked off
            store.listAlerts();
            loop.exec();
        }
    }
    return 0;
}

void measureLive(double forSeconds)
{
    QProcess exporters;
    exporters.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    exporters.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--serve")});
    QList<QByteArray> ports;
    while (ports.size() < kEndpoints && exporters.waitForReadyRead(30000))
        while (exporters.canReadLine())
            ports << exporters.readLine().trimmed();
    QTemporaryDir folder;
    {
        auto store = db::Store::open({folder.path().toStdString(), std::chrono::milliseconds(5000), {}});
        for (const QByteArray &port : ports) {
            db::StoredSource source;
            source.address = "http://127.0.0.1:" + port.toStdString() + "/metrics";
            source.name = source.address;
            source.intervalS = 1;
            if (!store || !(*store)->sources().put(source))
                std::printf("a source cannot be stored\n");
        }
    }
    QStringList words{QStringLiteral("--fill"), folder.path()};
    for (const QByteArray &port : ports)
        words << QStringLiteral("http://127.0.0.1:%1/metrics").arg(QString::fromLatin1(port));
    QProcess::execute(QCoreApplication::applicationFilePath(), words);
    const Window window(folder);
    std::size_t polls = 0;
    std::size_t values = 0;
    std::size_t failed = 0;
    QObject::connect(&window.program->poller(), &monitor::PollerThread::snapshotReady, &window.program->window(), [&](const monitor::Snapshot &snapshot) {
        ++polls;
        values += snapshot.samples.size();
        failed += snapshot.state == monitor::SourceState::Failed;
    });
    spin(5);
    waitForTheStore(); // it packs what was filled in
    Watchdog watchdog(&window.program->window());
    watchdog.start();
    spin(1);
    watchdog.begin();
    polls = values = failed = 0;
    const auto threadsBefore = threadSeconds();
    const double before = processorSeconds();
    const double began = wall();
    spin(forSeconds);
    const double took = wall() - began;
    const double used = processorSeconds() - before;
    std::printf("1,000 GPUs x 20 metrics, 125 endpoints at 1 Hz, scraped to drawn, %.0f s\n", took);
    std::printf("  processor (aim: at most 25 %% of one core)    %.1f %%\n", 100 * used / took);
    for (const auto &[name, seconds] : threadSeconds())
        if (const auto then = threadsBefore.find(name); then != threadsBefore.end() && (seconds - then->second) / took > 0.005)
            std::printf("    thread %-34s  %.1f %%\n", name.constData(), 100 * (seconds - then->second) / took);
    std::printf("  polls and values a second                    %.0f, %.0f; %zu failed\n", static_cast<double>(polls) / took, static_cast<double>(values) / took, failed);
    std::printf("  window busy at a stretch (aim: under 50 ms)  %.0f ms of the processor at most, %d of %d times over 50 ms; with what else runs here it kept waiting %.0f ms\n", watchdog.longestOwnMs(),
                watchdog.over50(), watchdog.asked(), watchdog.longestMs());
    std::printf("  resident memory                              %.0f MB\n", residentMb());
    auto *page = window.program->window().findChild<ui::LivePage *>();
    double parts[4] = {1e9, 1e9, 1e9, 1e9};
    for (int round = 0; round < 8; ++round) {
        const double marks[] = {threadMs(), (window.program->live().flush(), threadMs()), (void(window.program->live().view(page->selection())), threadMs()), (page->refresh(), threadMs()), (page->repaint(), threadMs())};
        for (int i = 0; i < 4; ++i)
            parts[i] = std::min(parts[i], marks[i + 1] - marks[i]);
        spin(0.3);
    }
    std::printf("  a refresh in ms of the processor: GPUs %.1f (and a page), view %.1f, page %.1f, painting %.1f\n", parts[0], parts[1], parts[2], parts[3]);
    exporters.kill();
    exporters.waitForFinished();
}

// Everything but the network, with times a second apart.
void measureHour(int seconds)
{
    QTemporaryDir folder;
    const Window window(folder);
    std::vector<monitor::SourceConfig> sources;
    for (int i = 0; i < kEndpoints; ++i) {
        monitor::SourceConfig config;
        config.id = "http://node-" + std::to_string(i) + "/metrics";
        config.address = config.id;
        sources.push_back(config);
    }
    window.program->live().setSources(sources); // watched, but not polled
    std::vector<std::string> ids;
    for (const monitor::SourceConfig &source : sources)
        ids.push_back(source.id);
    std::vector<monitor::Snapshot> snapshots = snapshotsOf(ids);
    const double empty = residentMb();
    const std::int64_t begin = QDateTime::currentMSecsSinceEpoch() - std::int64_t(seconds) * 1000;
    QElapsedTimer clock;
    clock.start();
    std::printf("1,000 GPUs, %d s of polls at 1 Hz in compressed time (no network); resident memory, aim: under 350 MB\n", seconds);
    for (int second = 0; second < seconds; ++second) {
        for (std::size_t i = 0; i < kEndpoints; ++i) {
            monitor::Snapshot &snapshot = snapshots[i];
            snapshot.timeMs = begin + std::int64_t(second) * 1000 + static_cast<std::int64_t>(i) * 7;
            vary(snapshot, second);
            emit window.program->poller().snapshotReady(snapshot);
        }
        if (second % 5 == 4) {
            // What waits for the store is worked off first: an hour of real time would never let it pile up.
            QEventLoop loop;
            QObject::connect(&window.program->store(), &db::StoreThread::alertsListed, &loop, &QEventLoop::quit);
            window.program->store().listAlerts();
            loop.exec();
            window.program->live().flush();
        }
        // Every eight minutes the store's blocks are full, and are packed a little each second of real time: that is waited for.
        if (second % 480 == 479)
            waitForTheStore();
        if ((second + 1) % std::max(1, seconds / 6) == 0)
            std::printf("  after %5d s                                %.0f MB (%.0f MB before the first poll; %.0f s took place)\n", second + 1, residentMb(), empty, static_cast<double>(clock.elapsed()) / 1000);
    }
}

void measureFleet()
{
    constexpr int kFleet = 10'000;
    constexpr const char *kNames[] = {"DCGM_FI_DEV_SM_CLOCK", "DCGM_FI_DEV_MEM_CLOCK", "DCGM_FI_DEV_MEMORY_TEMP", "DCGM_FI_DEV_GPU_TEMP", "DCGM_FI_DEV_POWER_USAGE", "DCGM_FI_DEV_POWER_MGMT_LIMIT",
        "DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION", "DCGM_FI_DEV_PCIE_REPLAY_COUNTER", "DCGM_FI_DEV_GPU_UTIL", "DCGM_FI_DEV_MEM_COPY_UTIL", "DCGM_FI_DEV_XID_ERRORS", "DCGM_FI_DEV_FB_FREE",
        "DCGM_FI_DEV_FB_USED", "DCGM_FI_DEV_FB_RESERVED", "DCGM_FI_DEV_ROW_REMAP_FAILURE", "DCGM_FI_DEV_ECC_SBE_VOL_TOTAL", "DCGM_FI_DEV_ECC_DBE_VOL_TOTAL", "DCGM_FI_DEV_POWER_VIOLATION",
        "DCGM_FI_PROF_GR_ENGINE_ACTIVE", "DCGM_FI_PROF_DRAM_ACTIVE"};
    std::string body = R"({"status":"success","data":{"resultType":"vector","result":[)";
    std::size_t series = 0;
    for (const char *name : kNames)
        for (int gpu = 0; gpu < kFleet; ++gpu, ++series)
            body += QStringLiteral(R"(%1{"metric":{"__name__":"%2","UUID":"GPU-%3-4200-4242-037f-f97e6cae0f09","device":"nvidia%4","gpu":"%4","Hostname":"node-%5","instance":"10.0.0.%5:9400","job":"dcgm","modelName":"NVIDIA H100 80GB HBM3","exported_namespace":"ml","exported_pod":"vllm-%5"},"value":[1795490155.123,"%6"]})")
                        .arg(QLatin1String(series == 0 ? "" : ","), QLatin1String(name)).arg(gpu, 8, 16, QLatin1Char('0')).arg(gpu % 8).arg(gpu / 8)
                        .arg(std::string_view(name).find("ERR") != std::string_view::npos || std::string_view(name).find("FAIL") != std::string_view::npos || std::string_view(name).find("ECC") != std::string_view::npos ? 0 : 20 + gpu * 7 % 53).toStdString();
    body += "]}}";
    QTemporaryDir folder;
    const Window window(folder);
    monitor::SourceConfig config;
    config.id = "prometheus+http://fleet:9090";
    window.program->live().setSources({config});
    std::printf("10,000 GPUs x 20 metrics from a Prometheus API, %.0f MB of answer; aim: under 1 s from its last byte to the painted page, under 600 MB\n", static_cast<double>(body.size()) / 1e6);
    for (int round = 0; round < 12; ++round) {
        const double start = threadMs();
        double at = start;
        const auto step = [&at] {
            const double now = threadMs();
            return now - std::exchange(at, now);
        };
        monitor::CanonicalMapper mapper("n");
        mapper.begin(1.0);
        const auto read = monitor::readPrometheusAnswer(body, [&mapper](const monitor::ApiSeries &one) {
            monitor::SampleView sample;
            sample.name = one.name;
            sample.labels = one.labels;
            sample.value = one.points.back().value;
            mapper.add(sample);
        });
        auto poll = mapper.finish();
        monitor::Snapshot snapshot;
        snapshot.sourceId = config.id;
        snapshot.timeMs = QDateTime::currentMSecsSinceEpoch() + round;
        snapshot.dialects = "dcgm";
        snapshot.subjects = std::move(poll.subjects);
        snapshot.samples = std::move(poll.samples);
        snapshot.workloads = std::move(poll.workloads);
        const double mapped = step();
        emit window.program->poller().snapshotReady(snapshot);
        const double taken = step();
        window.program->live().flush();
        const double viewed = step();
        window.program->window().repaint();
        const double painted = step();
        const double all = threadMs() - start;
        if (round % 3 == 2)
            std::printf("  round %2d: %4.0f ms = read and map %.0f + take, judge, store %.0f + view %.0f + paint %.0f; %.0f MB (the answer's text included)\n", round + 1, all, mapped, taken, viewed, painted, residentMb());
        spin(0.3);
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::string_view(argv[1]) == "--serve")
        return serve(argc, argv);
    if (argc > 3 && std::string_view(argv[1]) == "--fill") {
        const QCoreApplication application(argc, argv);
        return fillHistory(argv[2], {argv + 3, argv + argc});
    }
    double forSeconds = 60;
    int hour = 3600;
    bool live = true;
    bool fleet = true;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--quick") {
            forSeconds = 15;
            hour = 300;
        } else if (word == "--for" && i + 1 < argc) {
            forSeconds = std::atof(argv[++i]);
            hour = 0;
            fleet = false;
        } else if (word == "--hour" && i + 1 < argc) {
            hour = std::atoi(argv[++i]);
            live = fleet = false;
        } else if (word == "--fleet") {
            live = false;
            hour = 0;
        }
    }
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::ThemeMode::Light);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (live)
        measureLive(forSeconds);
    if (hour > 0)
        measureHour(hour);
    if (fleet)
        measureFleet();
    return 0;
}
