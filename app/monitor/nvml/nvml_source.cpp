// SPDX-License-Identifier: GPL-3.0-or-later
#include "nvml_source.h"

#include "../sources/page_reader.h"
#include "nvml_library.h"

#include <monitor/mapping/canonical_mapper.h>

#include <QDateTime>
#include <QElapsedTimer>
#include <QSysInfo>
#include <QTimer>

#include <array>
#include <mutex>
#include <thread>

namespace headroom::monitor {

struct NvmlSource::Worker {
    explicit Worker(const std::string &path) : libraryPath(path), mapper(QSysInfo::machineHostName().toStdString()) { clock.start(); }

    // Runs on the thread; one at a time.
    Snapshot read()
    {
        if (!library) {
            auto loaded = NvmlLibrary::load(libraryPath);
            if (!loaded)
                return failedSnapshot(FailureReason::NotAvailable, loaded.error().detail);
            library = std::move(*loaded);
        }
        const auto gpus = library->read();
        if (!gpus) {
            library.reset(); // the driver may come back
            return failedSnapshot(FailureReason::Down, gpus.error().detail);
        }
        mapper.begin(static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000.0, static_cast<double>(clock.nsecsElapsed()) / 1e9);
        for (const NvmlGpu &gpu : *gpus) {
            const std::string index = std::to_string(gpu.index);
            const std::array labels{LabelView{"gpu", index}, LabelView{"uuid", gpu.uuid}, LabelView{"modelName", gpu.model}};
            SampleView sample;
            sample.labels = labels;
            for (const NvmlReading &reading : gpu.readings) {
                sample.name = reading.name;
                sample.value = reading.value;
                mapper.add(sample);
            }
        }
        MappedPoll poll = mapper.finish();
        if (poll.samplesKnown == 0)
            return failedSnapshot(FailureReason::NothingKnown,
                                  "the NVIDIA driver sees no GPU; a machine with NVIDIA GPUs would be accepted");
        return snapshotOf(std::move(poll));
    }

    std::string libraryPath;
    std::unique_ptr<NvmlLibrary> library;
    CanonicalMapper mapper;
    QElapsedTimer clock;
    std::mutex mutex;
    NvmlSource *source = nullptr; // null once it is gone; guarded by mutex
    bool busy = false;            // likewise
};

NvmlSource::NvmlSource(const SourceConfig &config, QObject *parent) : Source(parent), m_worker(std::make_shared<Worker>(config.address))
{
    m_worker->source = this;
}

NvmlSource::~NvmlSource()
{
    const std::scoped_lock lock(m_worker->mutex);
    m_worker->source = nullptr;
}

void NvmlSource::fetch()
{
    const std::uint64_t round = ++m_round;
    {
        const std::scoped_lock lock(m_worker->mutex);
        if (m_worker->busy) {
            QTimer::singleShot(0, this, [this, round] {
                answered(round, failedSnapshot(FailureReason::Timeout, "the NVIDIA driver has not answered the poll before; a GPU may have "
                                                                       "died, and a restart of the machine would help"));
            });
            return;
        }
        m_worker->busy = true;
    }
    std::thread([worker = m_worker, round] {
        const Snapshot snapshot = worker->read();
        const std::scoped_lock lock(worker->mutex);
        worker->busy = false;
        if (NvmlSource *const source = worker->source)
            QMetaObject::invokeMethod(source, [source, round, snapshot] { source->answered(round, snapshot); }, Qt::QueuedConnection);
    }).detach();
}

void NvmlSource::cancel()
{
    ++m_round;
}

void NvmlSource::answered(std::uint64_t round, const Snapshot &snapshot)
{
    if (round == m_round)
        emit finished(snapshot);
}

} // namespace headroom::monitor
