// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/catalog/catalog.h>
#include <core/units/result.h>
#include <present/library/catalog_table_model.h>
#include <present/library/own_prices.h>
#include <present/library/price_importer.h>

#include <QWidget>

#include <functional>
#include <memory>

class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace headroom::ui {

class BarChart;
class Card;
class OwnPricesPanel;
class PricesPanel;
class SegmentedControl;
class TextLabel;

// The catalog: models, GPUs and offers with source and date of each fact; a search; import of a model or of prices, by a dialog or
// by dropping the file on the page; the error report of the engine's constants as table and chart.
class LibraryPage : public QWidget {
Q_OBJECT

public:
    // Imports the config.json at a path and returns the model's name; the catalog with it comes by setCatalog().
    using Importer = std::function<core::Result<QString>(const QString &file)>;

    LibraryPage(std::shared_ptr<const core::Catalog> catalog, Importer importer, QWidget *parent = nullptr);

    // Stands on top of the page until somebody takes it elsewhere (the window's heading).
    QWidget *headerWidget() const { return m_header; }
    void setCatalog(std::shared_ptr<const core::Catalog> catalog);
    // Imports a file as the button does, without asking for it.
    void importFile(const QString &file);
    // Reads a price list and shows what it would change.
    void readPrices(const QString &file);
    // Contracts and rates of exchange, for who stores them.
    present::OwnPrices &ownPrices() { return m_own; }
    // The price list that can be taken back; empty: none.
    void setUndoablePrices(const QString &file);

signals:
    void message(const QString &text);
    void failed(const QString &text);
    void pricesChosen(const headroom::present::PricePreviewPtr &preview, bool alsoDoubted);
    void undoPricesRequested();

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void retranslate();
    void choosePrices();
    void showTable(const QString &id);
    void search();
    void showDetails();
    void showChart();
    void overrideOffer();
    void chooseFile();
    present::CatalogTableModel &current();

    std::shared_ptr<const core::Catalog> m_catalog;
    Importer m_importer;
    present::CatalogTableModel m_models;
    present::CatalogTableModel m_gpus;
    present::CatalogTableModel m_offers;
    present::CatalogTableModel m_accuracy;
    present::OwnPrices m_own;
    QString m_shown = QStringLiteral("models");
    QWidget *m_header;
    TextLabel *m_title;
    TextLabel *m_version;
    SegmentedControl *m_tables;
    QLineEdit *m_search;
    TextLabel *m_count;
    QPushButton *m_import;
    QPushButton *m_importPrices;
    QPushButton *m_undoPrices;
    PricesPanel *m_prices;
    OwnPricesPanel *m_ownPanel;
    QPushButton *m_override;
    QString m_undoable;
    QSortFilterProxyModel *m_sorted;
    Card *m_card;
    QTableView *m_table;
    TextLabel *m_details;
    Card *m_detailsCard;
    BarChart *m_chart;
    Card *m_chartCard;
};

} // namespace headroom::ui
