// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/library/own_prices_panel.h>

#include <present/texts/own_price_texts.h>
#include <ui/pages/library/own_price_form.h>
#include <ui/theme/theme.h>
#include <ui/widgets/card.h>
#include <ui/widgets/data_table.h>
#include <ui/widgets/text_label.h>

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableView>

namespace headroom::ui {

using present::OwnPrices;
using present::OwnPriceTexts;

namespace {

QTableView *tableOf(QAbstractItemModel &model, const char *name, QWidget *parent)
{
    QTableView *table = makeDataTable(parent);
    table->setObjectName(QLatin1String(name));
    table->setSortingEnabled(false);
    table->setModel(&model);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

QPushButton *buttonOf(const char *name, QBoxLayout *row)
{
    auto *button = new QPushButton;
    button->setObjectName(QLatin1String(name));
    row->addWidget(button);
    return button;
}

} // namespace

OwnPricesPanel::OwnPricesPanel(OwnPrices &prices, QWidget *parent)
    : QWidget(parent), m_prices(prices), m_formCard(new Card(this)), m_contractForm(new OwnPriceForm(OwnPriceForm::Kind::Contract, prices)),
      m_rateForm(new OwnPriceForm(OwnPriceForm::Kind::Rate, prices)), m_contractsCard(new Card(this)), m_ratesCard(new Card(this))
{
    setObjectName(QStringLiteral("library.own"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceM);
    auto *forms = new QWidget;
    auto *stack = new QVBoxLayout(forms);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->addWidget(m_contractForm);
    stack->addWidget(m_rateForm);
    m_formCard->setContent(forms);
    layout->addWidget(m_formCard);
    m_contractsCard->setContent(makeContracts());
    m_ratesCard->setContent(makeRates());
    layout->addWidget(m_contractsCard, 3);
    layout->addWidget(m_ratesCard, 2);

    connect(m_contractForm, &OwnPriceForm::finished, this, &OwnPricesPanel::closeForms);
    connect(m_rateForm, &OwnPriceForm::finished, this, &OwnPricesPanel::closeForms);
    connect(m_add, &QPushButton::clicked, this, [this] { addContract({}); });
    connect(m_edit, &QPushButton::clicked, this, &OwnPricesPanel::editContract);
    connect(m_remove, &QPushButton::clicked, this, &OwnPricesPanel::removeContract);
    connect(m_undo, &QPushButton::clicked, &m_prices, &OwnPrices::undo);
    connect(m_redo, &QPushButton::clicked, &m_prices, &OwnPrices::redo);
    connect(m_setRate, &QPushButton::clicked, this, [this] {
        m_rates->clearSelection();
        m_rates->setCurrentIndex({});
        editRate();
    });
    connect(m_editRate, &QPushButton::clicked, this, &OwnPricesPanel::editRate);
    connect(m_removeRate, &QPushButton::clicked, this, &OwnPricesPanel::removeRate);
    connect(m_contracts, &QTableView::activated, this, &OwnPricesPanel::editContract);
    connect(m_rates, &QTableView::activated, this, &OwnPricesPanel::editRate);
    m_contracts->installEventFilter(this);
    m_rates->installEventFilter(this);
    connect(m_contracts->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OwnPricesPanel::refresh);
    connect(m_rates->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OwnPricesPanel::refresh);
    connect(&m_prices, &OwnPrices::changed, this, &OwnPricesPanel::refresh);
    closeForms();
    retranslate();
}

QWidget *OwnPricesPanel::makeContracts()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    m_noContracts = new TextLabel(TextRole::Body, Tone::Secondary);
    m_noContracts->setObjectName(QStringLiteral("own.none"));
    m_noContracts->setWordWrap(true);
    layout->addWidget(m_noContracts);
    m_contracts = tableOf(m_prices.contractTable(), "own.contracts", content);
    layout->addWidget(m_contracts, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(kSpaceS);
    m_add = buttonOf("own.add", row);
    m_edit = buttonOf("own.edit", row);
    m_remove = buttonOf("own.remove", row);
    row->addStretch(1);
    m_undo = buttonOf("own.undo", row);
    m_redo = buttonOf("own.redo", row);
    layout->addLayout(row);
    return content;
}

QWidget *OwnPricesPanel::makeRates()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    m_rates = tableOf(m_prices.rateTable(), "own.rates", content);
    m_rates->setMinimumHeight(110); // heading and two of them, also under the form
    layout->addWidget(m_rates, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(kSpaceS);
    m_setRate = buttonOf("own.setRate", row);
    m_editRate = buttonOf("own.editRate", row);
    m_removeRate = buttonOf("own.removeRate", row);
    row->addStretch(1);
    layout->addLayout(row);
    return content;
}

const core::PriceContract *OwnPricesPanel::currentContract() const
{
    const auto row = static_cast<std::size_t>(m_contracts->currentIndex().row());
    return m_contracts->currentIndex().isValid() && row < m_prices.contracts().size() ? &m_prices.contracts()[row] : nullptr;
}

const OwnPrices::Rate *OwnPricesPanel::currentRate() const
{
    const auto row = static_cast<std::size_t>(m_rates->currentIndex().row());
    return m_rates->currentIndex().isValid() && row < m_prices.rates().size() ? &m_prices.rates()[row] : nullptr;
}

void OwnPricesPanel::addContract(const core::ContractWords &words)
{
    m_formCard->setTitle(OwnPriceTexts::newContract());
    m_rateForm->hide();
    m_contractForm->show();
    m_formCard->show();
    m_contractForm->start(0, words);
}

void OwnPricesPanel::editContract()
{
    const core::PriceContract *contract = currentContract();
    if (!contract)
        return;
    addContract({});
    m_formCard->setTitle(OwnPriceTexts::editContract(QString::fromStdString(contract->name)));
    m_contractForm->start(contract->id, OwnPrices::wordsOf(*contract));
}

void OwnPricesPanel::removeContract()
{
    if (const core::PriceContract *contract = currentContract()) {
        closeForms(); // it may be of the one that goes
        m_prices.removeContract(contract->id);
    }
}

void OwnPricesPanel::editRate()
{
    core::RateWords words;
    if (const OwnPrices::Rate *rate = currentRate()) {
        words = OwnPrices::wordsOf(rate->rate);
        if (!rate->own)
            words.asOf = words.source = {}; // they are the catalog's, not those of what is entered now
    }
    m_formCard->setTitle(OwnPriceTexts::editRate());
    m_contractForm->hide();
    m_rateForm->show();
    m_formCard->show();
    m_rateForm->start(words);
}

void OwnPricesPanel::removeRate()
{
    const OwnPrices::Rate *rate = currentRate();
    if (!rate || !rate->own)
        return;
    closeForms();
    m_prices.removeRate(rate->rate);
}

void OwnPricesPanel::closeForms()
{
    const bool had = m_formCard->isVisible();
    m_formCard->hide();
    if (had)
        (m_rateForm->isVisibleTo(m_formCard) ? m_rates : m_contracts)->setFocus();
}

void OwnPricesPanel::refresh()
{
    const bool any = !m_prices.contracts().empty();
    m_noContracts->setVisible(!any);
    m_contracts->setVisible(any);
    const OwnPrices::Rate *rate = currentRate();
    const bool idle = !m_prices.isBusy();
    m_edit->setEnabled(idle && currentContract());
    m_remove->setEnabled(idle && currentContract());
    m_editRate->setEnabled(idle && rate);
    m_removeRate->setEnabled(idle && rate && rate->own);
    m_undo->setEnabled(m_prices.canUndo());
    m_redo->setEnabled(m_prices.canRedo());
    for (QTableView *table : {m_contracts, m_rates}) {
        // Set anew: fitting the columns to their contents ends the stretch without telling.
        table->horizontalHeader()->setStretchLastSection(false);
        table->resizeColumnsToContents();
        table->horizontalHeader()->setStretchLastSection(true);
    }
}

void OwnPricesPanel::retranslate()
{
    m_contractsCard->setTitle(OwnPriceTexts::contracts());
    m_contractsCard->setSubtitle(OwnPriceTexts::contractsHelp());
    m_noContracts->setText(OwnPriceTexts::noContracts());
    m_ratesCard->setTitle(OwnPriceTexts::rates());
    m_ratesCard->setSubtitle(OwnPriceTexts::ratesHelp());
    m_contracts->setAccessibleName(OwnPriceTexts::contracts());
    m_rates->setAccessibleName(OwnPriceTexts::rates());
    m_add->setText(OwnPriceTexts::add());
    m_setRate->setText(OwnPriceTexts::setRate());
    for (QPushButton *button : {m_edit, m_editRate})
        button->setText(OwnPriceTexts::edit());
    for (QPushButton *button : {m_remove, m_removeRate})
        button->setText(OwnPriceTexts::remove());
    m_undo->setText(OwnPriceTexts::undo());
    m_redo->setText(OwnPriceTexts::redo());
    m_contractForm->retranslate();
    m_rateForm->retranslate();
    refresh();
}

bool OwnPricesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        watched == m_contracts ? removeContract() : removeRate();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void OwnPricesPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_prices.retranslate();
    retranslate();
}

} // namespace headroom::ui
