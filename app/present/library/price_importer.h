// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/prices/price_preview.h>
#include <core/units/result.h>

#include <QObject>
#include <QString>

#include <memory>
#include <thread>

namespace headroom::present {

using PricePreviewPtr = std::shared_ptr<const core::PricePreview>;

// Reads a price list on a thread of its own and hands over what it would change. One file at a time: a newer one stops the one
// that is read. Nothing is stored by it. GUI thread; the destructor stops what runs and waits for it.
class PriceImporter : public QObject {
Q_OBJECT

public:
    explicit PriceImporter(QObject *parent = nullptr);
    ~PriceImporter() override;

    // `provider` may be empty: then the file or its name has to say whose prices it holds.
    void read(const QString &file, std::shared_ptr<const core::Catalog> catalog, const QString &provider = {});
    void cancel();
    bool isReading() const { return m_reading; }

signals:
    void progressed(double ratio);    // 0 to 1 of the file
    void ready(const headroom::present::PricePreviewPtr &preview);
    void failed(const headroom::core::Error &error);   // Cancelled among them

private:
    void deliver(quint64 generation, const core::Result<core::PricePreview> &result);

    quint64 m_generation = 0;
    bool m_reading = false;
    std::jthread m_thread;
};

} // namespace headroom::present
