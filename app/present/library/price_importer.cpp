// SPDX-License-Identifier: GPL-3.0-or-later
#include <present/library/price_importer.h>

#include <core/prices/price_import.h>

#include <QDate>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QMetaObject>

namespace headroom::present {
namespace {

core::Result<core::PricePreview> readFile(const QString &name, const core::Catalog &catalog, const QString &provider, const core::PriceReadControl &control)
{
    QFile file(name);
    const QFileInfo info(name);
    if (!info.exists() || info.isDir() || !file.open(QIODevice::ReadOnly))
        return std::unexpected(core::Error{info.exists() ? core::ErrorCode::Unreadable : core::ErrorCode::NotFound, file.errorString().toStdString(), name.toStdString(), {}, 0});
    core::PriceImportOptions options;
    options.sourceName = name.toStdString();
    options.provider = provider.toStdString();
    options.fileDate = info.lastModified().date().toString(Qt::ISODate).toStdString();
    options.today = QDate::currentDate().toString(Qt::ISODate).toStdString();
    const core::ReadBlock read = [&](std::span<char> block) -> core::Result<std::size_t> {
        const qint64 got = file.read(block.data(), static_cast<qint64>(block.size()));
        if (got < 0)
            return std::unexpected(core::Error{core::ErrorCode::Unreadable, file.errorString().toStdString(), name.toStdString(), {}, 0});
        return static_cast<std::size_t>(got);
    };
    return core::previewPrices(read, options, catalog, control);
}

} // namespace

PriceImporter::PriceImporter(QObject *parent) : QObject(parent) {}

PriceImporter::~PriceImporter()
{
    ++m_generation; // what is still queued is not delivered
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void PriceImporter::read(const QString &file, std::shared_ptr<const core::Catalog> catalog, const QString &provider)
{
    cancel();
    const quint64 generation = ++m_generation;
    m_reading = true;
    const auto bytes = static_cast<double>(std::max<qint64>(QFileInfo(file).size(), 1));
    m_thread = std::jthread([this, generation, file, catalog = std::move(catalog), provider, bytes](const std::stop_token &stop) {
        int shown = -1;
        const auto progress = [&](std::uint64_t done) {
            const double ratio = std::min(static_cast<double>(done) / bytes, 1.0);
            const int percent = static_cast<int>(ratio * 100);
            if (percent == shown)
                return;
            shown = percent;
            QMetaObject::invokeMethod(this, [this, generation, ratio] {
                if (generation == m_generation && m_reading)
                    emit progressed(ratio);
            }, Qt::QueuedConnection);
        };
        auto result = readFile(file, *catalog, provider, {stop, progress});
        QMetaObject::invokeMethod(this, [this, generation, result = std::move(result)] { deliver(generation, result); }, Qt::QueuedConnection);
    });
}

void PriceImporter::cancel()
{
    m_thread.request_stop(); // within a block; the thread then delivers Cancelled
    if (m_thread.joinable())
        m_thread.join();
}

void PriceImporter::deliver(quint64 generation, const core::Result<core::PricePreview> &result)
{
    if (generation != m_generation)
        return;
    m_reading = false;
    if (result)
        emit ready(std::make_shared<const core::PricePreview>(*result));
    else
        emit failed(result.error());
}

} // namespace headroom::present
