// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <present/library/price_importer.h>
#include <present/library/price_preview_model.h>

#include <QWidget>

#include <memory>

class QCheckBox;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTableView;

namespace headroom::ui {

class Card;
class TextLabel;

// The import of a price list on the Library page: reading with progress, the preview, and the decision. Hidden while there is
// nothing to decide.
class PricesPanel : public QWidget {
Q_OBJECT

public:
    explicit PricesPanel(QWidget *parent = nullptr);

    void read(const QString &file, std::shared_ptr<const core::Catalog> catalog);
    bool isBusy() const;

signals:
    void importRequested(const headroom::present::PricePreviewPtr &preview, bool alsoDoubted);
    void failed(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class State { Hidden, Reading, NeedsProvider, Preview };
    void show(State state);
    void showPreview(const present::PricePreviewPtr &preview);
    void showFailure(const core::Error &error);
    void retranslate();

    present::PriceImporter m_importer;
    present::PricePreviewModel m_model;
    std::shared_ptr<const core::Catalog> m_catalog;
    QString m_file;
    State m_state = State::Hidden;
    Card *m_card;
    TextLabel *m_summary;
    QProgressBar *m_progress;
    QTableView *m_table;
    QCheckBox *m_doubted;
    QLineEdit *m_provider;
    QPushButton *m_again;
    QPushButton *m_store;
    QPushButton *m_cancel;
};

} // namespace headroom::ui
