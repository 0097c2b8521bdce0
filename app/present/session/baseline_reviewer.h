// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/planning/baseline_review.h>
#include <db/values/baseline_record.h>

#include <QObject>

#include <memory>
#include <thread>

namespace headroom::present {

// Works out on a thread of its own what an approved plan comes to under the catalog of today. The newest request counts. GUI
// thread; the destructor stops what runs and waits for it.
class BaselineReviewer : public QObject {
Q_OBJECT

public:
    explicit BaselineReviewer(QObject *parent = nullptr);
    ~BaselineReviewer() override;

    void setCatalog(std::shared_ptr<const core::Catalog> catalog) { m_catalog = std::move(catalog); }
    void review(const db::Baseline &baseline);   // nothing without a catalog

signals:
    void reviewed(std::int64_t baseline, const headroom::core::BaselineReview &review);

private:
    std::shared_ptr<const core::Catalog> m_catalog;
    quint64 m_generation = 0;
    std::jthread m_thread;
};

} // namespace headroom::present
