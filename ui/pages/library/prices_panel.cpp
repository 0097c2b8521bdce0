// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/library/prices_panel.h>

#include <present/texts/price_texts.h>
#include <ui/theme/theme.h>
#include <ui/widgets/card.h>
#include <ui/widgets/data_table.h>
#include <ui/widgets/text_label.h>

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>

namespace headroom::ui {

using present::PricePreviewModel;
using present::PriceTexts;

PricesPanel::PricesPanel(QWidget *parent)
    : QWidget(parent), m_card(new Card(this)), m_summary(new TextLabel(TextRole::Body, Tone::Neutral)), m_progress(new QProgressBar), m_table(makeDataTable(m_card)),
      m_doubted(new QCheckBox), m_provider(new QLineEdit), m_again(new QPushButton), m_store(new QPushButton), m_cancel(new QPushButton)
{
    setObjectName(QStringLiteral("library.prices"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    auto *content = new QWidget(m_card);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceM);
    m_summary->setWordWrap(true);
    layout->addWidget(m_summary);
    layout->addWidget(m_progress);
    layout->addWidget(m_table, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(kSpaceS);
    foot->addWidget(m_doubted, 1);
    foot->addWidget(m_provider, 1);
    foot->addStretch(1);
    for (QPushButton *button : {m_again, m_store, m_cancel})
        foot->addWidget(button);
    layout->addLayout(foot);
    m_card->setContent(content);

    m_summary->setObjectName(QStringLiteral("prices.summary"));
    m_progress->setObjectName(QStringLiteral("prices.progress"));
    m_table->setObjectName(QStringLiteral("prices.preview"));
    m_doubted->setObjectName(QStringLiteral("prices.doubted"));
    m_provider->setObjectName(QStringLiteral("prices.provider"));
    m_again->setObjectName(QStringLiteral("prices.again"));
    m_store->setObjectName(QStringLiteral("prices.store"));
    m_cancel->setObjectName(QStringLiteral("prices.cancel"));
    m_provider->setMaxLength(100);
    m_progress->setRange(0, 100);
    m_progress->setTextVisible(true);
    m_table->setModel(&m_model);
    m_table->setSortingEnabled(false); // changed and doubtful come first as they are
    m_table->horizontalHeader()->setStretchLastSection(true);

    connect(&m_importer, &present::PriceImporter::progressed, this, [this](double ratio) { m_progress->setValue(static_cast<int>(ratio * 100)); });
    connect(&m_importer, &present::PriceImporter::ready, this, &PricesPanel::showPreview);
    connect(&m_importer, &present::PriceImporter::failed, this, &PricesPanel::showFailure);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_state == State::Reading) {
            m_importer.cancel(); // the failure that follows hides the panel
        } else {
            m_model.setPreview(nullptr);
            show(State::Hidden);
        }
    });
    connect(m_store, &QPushButton::clicked, this, [this] {
        const present::PricePreviewPtr preview = m_model.preview();
        const bool alsoDoubted = m_doubted->isChecked();
        m_model.setPreview(nullptr);
        show(State::Hidden);
        if (preview)
            emit importRequested(preview, alsoDoubted);
    });
    connect(m_doubted, &QCheckBox::toggled, this, [this](bool checked) {
        if (const auto &preview = m_model.preview())
            m_store->setEnabled(!preview->added.empty() || !preview->changed.empty() || !preview->confirmed.empty() || (checked && !preview->heldBack.empty()));
    });
    connect(m_provider, &QLineEdit::textChanged, this, [this](const QString &text) { m_again->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_provider, &QLineEdit::returnPressed, m_again, &QPushButton::click);
    connect(m_again, &QPushButton::clicked, this, [this] {
        show(State::Reading);
        m_importer.read(m_file, m_catalog, m_provider->text().trimmed());
    });
    show(State::Hidden);
}

bool PricesPanel::isBusy() const
{
    return m_importer.isReading();
}

void PricesPanel::read(const QString &file, std::shared_ptr<const core::Catalog> catalog)
{
    m_file = file;
    m_catalog = std::move(catalog);
    m_model.setPreview(nullptr);
    show(State::Reading);
    m_importer.read(file, m_catalog);
}

void PricesPanel::show(State state)
{
    m_state = state;
    setVisible(state != State::Hidden);
    m_progress->setVisible(state == State::Reading);
    m_progress->setValue(0);
    m_summary->setVisible(state != State::Reading);
    m_table->setVisible(state == State::Preview);
    m_provider->setVisible(state == State::NeedsProvider);
    m_again->setVisible(state == State::NeedsProvider);
    m_again->setEnabled(!m_provider->text().trimmed().isEmpty());
    m_store->setVisible(state == State::Preview);
    m_doubted->setVisible(state == State::Preview && m_model.preview() && !m_model.preview()->heldBack.empty());
    m_doubted->setChecked(false);
    retranslate();
}

void PricesPanel::showPreview(const present::PricePreviewPtr &preview)
{
    m_model.setPreview(preview);
    m_store->setEnabled(!preview->added.empty() || !preview->changed.empty() || !preview->confirmed.empty());
    show(State::Preview);
    m_table->resizeColumnsToContents();
    m_store->setFocus();
}

void PricesPanel::showFailure(const core::Error &error)
{
    if (error.field == "provider") {
        m_summary->setText(PriceTexts::failed(error));
        show(State::NeedsProvider);
        m_provider->setFocus();
        return;
    }
    show(State::Hidden);
    emit failed(PriceTexts::failed(error));
}

void PricesPanel::retranslate()
{
    const QString name = QFileInfo(m_file).fileName();
    m_card->setTitle(m_state == State::Reading ? PriceTexts::reading(name) : PriceTexts::preview(name));
    m_progress->setAccessibleName(PriceTexts::reading(name));
    m_table->setAccessibleName(PriceTexts::preview(name));
    m_cancel->setText(m_state == State::Preview ? PriceTexts::discard() : PriceTexts::cancel());
    m_store->setText(PriceTexts::store());
    m_again->setText(PriceTexts::readAgain());
    m_provider->setPlaceholderText(PriceTexts::providerLabel());
    m_provider->setAccessibleName(PriceTexts::providerLabel());
    if (const auto &preview = m_model.preview()) {
        m_summary->setText(PriceTexts::summary(*preview));
        m_doubted->setText(PriceTexts::alsoDoubted(static_cast<int>(preview->heldBack.size())));
    }
}

void PricesPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_model.retranslate();
    retranslate();
}

} // namespace headroom::ui
