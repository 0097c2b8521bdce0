// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/library/library_page.h>

#include <present/format/figure_format.h>
#include <present/texts/library_texts.h>
#include <present/texts/own_price_texts.h>
#include <present/texts/price_texts.h>
#include <ui/pages/library/own_prices_panel.h>
#include <ui/pages/library/prices_panel.h>
#include <ui/charts/bar_chart.h>
#include <ui/widgets/card.h>
#include <ui/widgets/data_table.h>
#include <ui/widgets/segmented_control.h>

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QUrl>

#include <algorithm>
#include <vector>

namespace headroom::ui {

using present::CatalogTableModel;
using present::LibraryTexts;
using present::PriceTexts;

namespace {

constexpr int kWidestColumn = 230;
constexpr int kFewestRows = 5; // of a bar

// The one file that is dragged; empty for anything else.
QString draggedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

// Every word of the search has to stand somewhere in the row, in any order.
class WordFilter : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString &text)
    {
        m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QString all = sourceModel()->index(row, 0, parent).data(CatalogTableModel::FilterRole).toString();
        return std::all_of(m_words.begin(), m_words.end(), [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
    }

private:
    QStringList m_words;
};

} // namespace

LibraryPage::LibraryPage(std::shared_ptr<const core::Catalog> catalog, Importer importer, QWidget *parent)
    : QWidget(parent), m_catalog(std::move(catalog)), m_importer(std::move(importer)), m_models(CatalogTableModel::Table::Models, m_catalog),
      m_gpus(CatalogTableModel::Table::Gpus, m_catalog), m_offers(CatalogTableModel::Table::Offers, m_catalog),
      m_accuracy(CatalogTableModel::Table::Accuracy, m_catalog), m_own(m_catalog),
      m_header(new QWidget(this)), m_title(new TextLabel(TextRole::Title, Tone::Neutral, m_header)), m_version(new TextLabel(TextRole::Caption, Tone::Secondary, m_header)),
      m_tables(new SegmentedControl(this)), m_search(new QLineEdit(this)), m_count(new TextLabel(TextRole::Caption, Tone::Secondary, this)),
      m_import(new QPushButton(m_header)), m_importPrices(new QPushButton(m_header)), m_undoPrices(new QPushButton(m_header)), m_prices(new PricesPanel(this)), m_ownPanel(new OwnPricesPanel(m_own, this)), m_override(new QPushButton(this)), m_sorted(new WordFilter(this)), m_card(new Card(this)), m_table(makeDataTable(m_card)),
      m_details(new TextLabel(TextRole::Body, Tone::Neutral)), m_detailsCard(new Card(this)), m_chart(new BarChart), m_chartCard(new Card(this))
{
    setObjectName(QStringLiteral("page.library"));
    auto *head = new QHBoxLayout(m_header);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(kSpaceM);
    head->addWidget(m_title);
    head->addWidget(m_version);
    head->addStretch(1);
    head->addWidget(m_undoPrices);
    head->addWidget(m_importPrices);
    head->addWidget(m_import);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceXl, kSpaceL, kSpaceXl, kSpaceL);
    layout->setSpacing(kSpaceM);
    layout->addWidget(m_header);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(kSpaceM);
    m_tables->setMinimumWidth(620);
    tools->addWidget(m_tables);
    tools->addWidget(m_override);
    tools->addStretch(1);
    tools->addWidget(m_count);
    m_search->setFixedWidth(280);
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(200);
    tools->addWidget(m_search);
    layout->addLayout(tools);
    layout->addWidget(m_prices, 1);
    layout->addWidget(m_card, 1);
    layout->addWidget(m_ownPanel, 1);
    layout->addWidget(m_detailsCard);
    m_card->setContent(m_table);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_detailsCard->setContent(m_details);
    m_detailsCard->hide();
    m_chartCard->setContent(m_chart);
    m_chartCard->hide();
    layout->addWidget(m_chartCard);
    m_chart->setObjectName(QStringLiteral("library.accuracyChart"));

    m_tables->setName(QStringLiteral("library.tables"));
    m_search->setObjectName(QStringLiteral("library.search"));
    m_count->setObjectName(QStringLiteral("library.count"));
    m_import->setObjectName(QStringLiteral("library.import"));
    m_importPrices->setObjectName(QStringLiteral("library.importPrices"));
    m_undoPrices->setObjectName(QStringLiteral("library.undoPrices"));
    m_undoPrices->hide();
    m_override->setObjectName(QStringLiteral("library.override"));
    setAcceptDrops(true);
    m_table->setObjectName(QStringLiteral("library.table"));
    m_details->setObjectName(QStringLiteral("library.details"));

    m_sorted->setSortRole(CatalogTableModel::SortRole);
    m_table->setModel(m_sorted);
    connect(m_tables, &SegmentedControl::chosen, this, &LibraryPage::showTable);
    connect(m_search, &QLineEdit::textChanged, this, &LibraryPage::search);
    connect(m_import, &QPushButton::clicked, this, &LibraryPage::chooseFile);
    connect(m_importPrices, &QPushButton::clicked, this, &LibraryPage::choosePrices);
    connect(m_undoPrices, &QPushButton::clicked, this, &LibraryPage::undoPricesRequested);
    connect(m_prices, &PricesPanel::importRequested, this, &LibraryPage::pricesChosen);
    connect(m_prices, &PricesPanel::failed, this, &LibraryPage::failed);
    connect(m_override, &QPushButton::clicked, this, &LibraryPage::overrideOffer);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &LibraryPage::showDetails);
    retranslate();
    m_tables->setCurrent(m_shown);
    showTable(m_shown);
}

CatalogTableModel &LibraryPage::current()
{
    return m_shown == QLatin1String("offers") ? m_offers : m_shown == QLatin1String("accuracy") ? m_accuracy : m_shown == QLatin1String("gpus") ? m_gpus : m_models;
}

void LibraryPage::setCatalog(std::shared_ptr<const core::Catalog> catalog)
{
    m_catalog = std::move(catalog);
    for (CatalogTableModel *model : {&m_models, &m_gpus, &m_offers, &m_accuracy})
        model->setCatalog(m_catalog);
    m_own.setCatalog(m_catalog);
    retranslate();
    search();
}

void LibraryPage::showTable(const QString &id)
{
    m_shown = id;
    const bool own = id == QLatin1String("own");
    m_ownPanel->setVisible(own);
    m_card->setVisible(!own);
    m_search->setVisible(!own);
    m_count->setVisible(!own);
    m_override->setVisible(id == QLatin1String("offers"));
    if (own) {
        m_detailsCard->hide();
        m_chartCard->hide();
        return;
    }
    m_sorted->setSourceModel(&current());
    // The report keeps the order of its file: all rows first, then group by group.
    m_table->sortByColumn(id == QLatin1String("accuracy") ? -1 : 0, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_sorted->columnCount(); ++column)
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column), kWidestColumn));
    m_table->horizontalHeader()->setStretchLastSection(true);
    search();
    showDetails();
    showChart();
}

// Bars by kind of model, engine and GPU, worst first within each.
void LibraryPage::showChart()
{
    BarChartData data;
    const present::FigureFormat format;
    for (const char *by : {"class", "engine", "gpu"}) {
        std::vector<const core::AccuracyEntry *> entries;
        for (const core::AccuracyEntry &entry : m_catalog->accuracy)
            if (entry.holdOut == "deployment" && entry.by == by && entry.tpot.rows >= kFewestRows)
                entries.push_back(&entry);
        std::ranges::stable_sort(entries, [](const auto *a, const auto *b) { return a->tpot.median > b->tpot.median; });
        for (const core::AccuracyEntry *entry : entries) {
            const QString name = LibraryTexts::groupName(QLatin1String(by), QString::fromStdString(entry->key));
            const QString value = format.percent(entry->tpot.median);
            data.summary += (data.summary.isEmpty() ? QString() : QStringLiteral("; ")) + name + QStringLiteral(": ") + value;
            data.rows.push_back({name, entry->tpot.median, value, false, -1});
        }
    }
    m_chartCard->setTitle(LibraryTexts::accuracyChartTitle());
    m_chartCard->setVisible(m_shown == QLatin1String("accuracy") && !data.rows.isEmpty());
    m_chart->setData(data);
}

void LibraryPage::search()
{
    static_cast<WordFilter *>(m_sorted)->setWords(m_search->text());
    const int shown = m_sorted->rowCount();
    m_count->setTone(shown == 0 ? Tone::Warning : Tone::Secondary);
    m_count->setText(shown == 0 ? LibraryTexts::nothingFound(m_search->text().simplified()) : LibraryTexts::shown(shown, current().rowCount()));
    showDetails();
}

void LibraryPage::showDetails()
{
    const QModelIndex index = m_table->currentIndex();
    m_override->setEnabled(index.isValid());
    m_detailsCard->setVisible(index.isValid() && m_shown != QLatin1String("own"));
    if (!index.isValid())
        return;
    m_detailsCard->setTitle(LibraryTexts::detailsTitle());
    const QString notes = index.data(CatalogTableModel::NotesRole).toString();
    m_details->setText(notes.isEmpty() ? index.data(CatalogTableModel::SourceRole).toString() : index.data(CatalogTableModel::SourceRole).toString() + QLatin1Char('\n') + notes);
}

// A price of one's own for the offer that is selected: the form opens with what the list says.
void LibraryPage::overrideOffer()
{
    const int row = m_sorted->mapToSource(m_table->currentIndex()).row();
    if (row < 0 || static_cast<std::size_t>(row) >= m_catalog->offers.size())
        return;
    m_tables->setCurrent(QStringLiteral("own"));
    showTable(QStringLiteral("own"));
    m_ownPanel->addContract(present::OwnPrices::override(m_catalog->offers[static_cast<std::size_t>(row)]));
}

void LibraryPage::chooseFile()
{
    // Not a modal chain: the dialog closes by itself, what follows is said in the message strip.
    auto *dialog = new QFileDialog(this, LibraryTexts::importDialogTitle(), QString(), LibraryTexts::importFilter());
    dialog->setObjectName(QStringLiteral("library.fileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &LibraryPage::importFile);
    dialog->open();
}

void LibraryPage::choosePrices()
{
    auto *dialog = new QFileDialog(this, PriceTexts::dialogTitle(), QString(), PriceTexts::filter());
    dialog->setObjectName(QStringLiteral("library.pricesDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &LibraryPage::readPrices);
    dialog->open();
}

void LibraryPage::readPrices(const QString &file)
{
    m_tables->setCurrent(QStringLiteral("offers"));
    showTable(QStringLiteral("offers"));
    m_prices->read(file, m_catalog);
}

void LibraryPage::setUndoablePrices(const QString &file)
{
    m_undoable = file;
    m_undoPrices->setVisible(!file.isEmpty());
    m_undoPrices->setToolTip(PriceTexts::undoHelp(file));
}

void LibraryPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void LibraryPage::dropEvent(QDropEvent *event)
{
    const QString file = draggedFile(event->mimeData());
    if (file.isEmpty())
        return;
    event->acceptProposedAction();
    // A model's configuration has this one name; everything else is read as prices.
    if (QFileInfo(file).fileName() == QLatin1String("config.json"))
        importFile(file);
    else
        readPrices(file);
}

void LibraryPage::importFile(const QString &file)
{
    const core::Result<QString> name = m_importer(file);
    if (!name) {
        core::Error error = name.error();
        if (error.file.empty())
            error.file = file.toStdString();
        emit failed(LibraryTexts::importFailed(error));
        return;
    }
    m_tables->setCurrent(QStringLiteral("models"));
    showTable(QStringLiteral("models"));
    m_search->setText(*name);
    emit message(LibraryTexts::imported(*name));
}

void LibraryPage::retranslate()
{
    m_title->setText(LibraryTexts::pageTitle());
    m_version->setText(LibraryTexts::catalogVersion(QString::fromStdString(m_catalog->version), QString::fromStdString(m_catalog->pricesAsOf)));
    m_import->setText(LibraryTexts::importModel());
    m_import->setToolTip(LibraryTexts::importHelp());
    m_importPrices->setText(PriceTexts::import());
    m_importPrices->setToolTip(PriceTexts::importHelp());
    m_undoPrices->setText(PriceTexts::undo());
    m_override->setText(present::OwnPriceTexts::overrideOffer());
    m_undoPrices->setToolTip(PriceTexts::undoHelp(m_undoable));
    m_search->setPlaceholderText(LibraryTexts::searchHint());
    m_search->setAccessibleName(LibraryTexts::search());
    m_table->setAccessibleName(LibraryTexts::pageTitle());
    m_tables->setChoices({{QStringLiteral("models"), LibraryTexts::models(), true, {}},
                          {QStringLiteral("gpus"), LibraryTexts::gpus(), true, {}},
                          {QStringLiteral("offers"), LibraryTexts::offers(), true, {}},
                          {QStringLiteral("own"), present::OwnPriceTexts::title(), true, {}},
                          {QStringLiteral("accuracy"), LibraryTexts::accuracy(), true, {}}});
    showChart();
}

void LibraryPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    for (CatalogTableModel *model : {&m_models, &m_gpus, &m_offers, &m_accuracy})
        model->retranslate();
    retranslate();
    search();
}

} // namespace headroom::ui
