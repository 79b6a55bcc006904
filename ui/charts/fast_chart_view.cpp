// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/fast_chart_view.h"

#include "ui/charts/time_axis.h"

#include <QApplication>
#include <QChart>
#include <QGraphicsLayout>
#include <QLineSeries>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>
#include <QWheelEvent>
#include <cmath>
#include <utility>

namespace telltale::ui {

namespace {

constexpr int kGap = 4;
constexpr int kEdge = 6;         ///< room for the frame that says PAUSED
constexpr double kNotch = 120.0; ///< angle units of one wheel notch

} // namespace

FastChartView::FastChartView(QWidget *parent) : QChartView(new QChart, parent), m_theme(&Theme::light())
{
    setViewportUpdateMode(NoViewportUpdate);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    createAxes();
    applyTheme();
    applyFonts();
    // The scene tells about every change of axes and texts, late, from the event loop: then, and only then, the frame is drawn anew.
    connect(scene(), &QGraphicsScene::changed, this, &FastChartView::markChartDirty);
    // Every paint covers all of it with the frame.
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
}

void FastChartView::createAxes()
{
    chart()->setAnimationOptions(QChart::NoAnimation);
    QLocale plain;
    plain.setNumberOptions(QLocale::OmitGroupSeparator); // as valueText writes
    chart()->setLocale(plain);
    chart()->setLocalizeNumbers(true);
    chart()->legend()->hide();
    chart()->setBackgroundRoundness(0);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    m_x = new QValueAxis;
    m_x->setLabelsVisible(false);
    m_x->setGridLineVisible(false);
    m_x->setTickCount(2); // its own ticks are not at round times, and its range is never looked at
    m_y = new QValueAxis;
    m_y->setTruncateLabels(false); // it gets no more labels than fit
    // Without a series Qt Charts lays out no axes; this one never gets a point.
    auto *series = new QLineSeries;
    chart()->addSeries(series);
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
}

void FastChartView::setTheme(const Theme &theme)
{
    m_theme = &theme;
    applyTheme();
    markChartDirty();
}

void FastChartView::applyTheme()
{
    setBackgroundBrush(m_theme->surface);
    chart()->setBackgroundBrush(m_theme->surface);
    chart()->setBackgroundPen(Qt::NoPen);
    for (QValueAxis *axis : {m_x, m_y}) {
        axis->setLinePen(QPen(m_theme->border, 1));
        axis->setGridLinePen(QPen(m_theme->grid, 1));
        axis->setLabelsColor(m_theme->text);
        axis->setTitleBrush(m_theme->mutedText);
    }
}

void FastChartView::applyFonts()
{
    for (QValueAxis *axis : {m_x, m_y}) {
        axis->setLabelsFont(font());
        axis->setTitleFont(font());
    }
    layoutPlot();
}

void FastChartView::setFrame(const ChartFrame &frame)
{
    const bool same = m_shown.looksLike(frame);
    const ChartFrame before = std::exchange(m_shown, frame);
    if (same)
        return;
    // The time axis is ours: with new times alone Qt Charts has nothing to do.
    if (!(before.values == frame.values) || before.valueTitle != frame.valueTitle)
        changeValueAxis();
    markDirty();
}

void FastChartView::changeValueAxis()
{
    m_y->setLabelFormat(m_shown.values.format);
    m_y->setTickCount(m_shown.values.count);
    m_y->setRange(m_shown.values.low, m_shown.values.high);
    m_y->setTitleText(m_shown.valueTitle);
    layoutPlot();
    markChartDirty();
}

/// Qt Charts finds the room for the value labels; what stays free around that is ours: marks above, time labels below.
void FastChartView::layoutPlot()
{
    const int line = fontMetrics().height();
    const int right = kEdge + fontMetrics().horizontalAdvance(QStringLiteral("00:00:00")) / 2 + kGap;
    QMargins margins(kEdge, kEdge + line, right, kEdge + (m_surround.times ? 2 * line : 0));
    const auto layOut = [&] {
        chart()->setMargins(margins);
        // Now, not when the event loop comes to it: otherwise a frame could show old axes around new data.
        chart()->layout()->activate();
        m_plot = chart()->plotArea();
    };
    layOut();
    const double own = std::exchange(m_ownLeft, m_plot.left());
    if (m_ownLeft < m_surround.left) {
        margins.setLeft(kEdge + int(std::lround(m_surround.left - m_ownLeft)));
        layOut();
    }
    if (own != m_ownLeft)
        emit ownLeftChanged();
    if (m_plot.width() < 8.0 || m_plot.height() < 8.0)
        m_plot = {};
}

void FastChartView::setSurround(const Surround &surround)
{
    if (std::exchange(m_surround, surround) == surround)
        return;
    layoutPlot();
    markChartDirty();
    emit outdated();
}

QRectF FastChartView::strip() const
{
    return {m_plot.left(), kEdge, m_plot.width(), m_plot.top() - kEdge};
}

int FastChartView::timeTickRoom() const
{
    return std::max(1, int(m_plot.width() / (1.8 * fontMetrics().horizontalAdvance(QStringLiteral("00:00:00")))));
}

int FastChartView::valueTickRoom() const
{
    return std::max(2, int(m_plot.height() / (2.2 * fontMetrics().height())));
}

void FastChartView::markDirty()
{
    m_dirty = true;
    viewport()->update();
}

void FastChartView::markChartDirty()
{
    m_chartDirty = true;
    markDirty();
}

/// Units: device pixels.
QSize FastChartView::frameSize() const
{
    const QSizeF size = QSizeF(viewport()->size()) * devicePixelRatioF();
    return {int(std::ceil(size.width())), int(std::ceil(size.height()))};
}

/// Background, value axis and grid, without the time axis.
void FastChartView::drawChart()
{
    m_chart = QPixmap(frameSize());
    m_chart.setDevicePixelRatio(devicePixelRatioF());
    m_chart.fill(m_theme->surface);
    QPainter painter(&m_chart);
    render(&painter, QRectF(viewport()->rect()), viewport()->rect(), Qt::IgnoreAspectRatio);
    m_chartDirty = false;
}

void FastChartView::drawFrame()
{
    if (m_chartDirty)
        drawChart();
    // Drawn over, not assigned: a pixmap that shares its pixels is copied into new memory at the first stroke, frame by frame.
    if (m_frame.size() != m_chart.size() || m_frame.devicePixelRatio() != m_chart.devicePixelRatio())
        m_frame = m_chart.copy();
    QPainter painter(&m_frame);
    painter.drawPixmap(0, 0, m_chart);
    painter.setFont(font());
    if (!m_plot.isEmpty())
        paintTimeAxis(painter, m_shown, m_plot, viewport()->width(), *m_theme, m_surround.times);
    m_dirty = false;
    m_framesDrawn += 1;
}

void FastChartView::paintEvent(QPaintEvent *)
{
    m_chartDirty = m_chartDirty || m_chart.devicePixelRatio() != devicePixelRatioF() || m_chart.size() != frameSize();
    if (m_dirty || m_chartDirty)
        drawFrame();
    QPainter painter(viewport());
    painter.drawPixmap(0, 0, m_frame);
    painter.setFont(font());
    if (m_layers && !m_plot.isEmpty())
        m_layers(painter, m_plot);
}

void FastChartView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layoutPlot();
    markChartDirty();
    emit outdated();
}

void FastChartView::showEvent(QShowEvent *event)
{
    QChartView::showEvent(event);
    emit outdated();
}

void FastChartView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    applyFonts();
    markChartDirty();
    emit outdated();
}

bool FastChartView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        emit hoverEnded();
    return QChartView::viewportEvent(event);
}

// The mouse handlers of QChartView are not called: in Qt 6.4 a press where no item lies crashes, and wheel events vanish.

void FastChartView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton;
    m_dragging = false;
    m_banding = (event->modifiers() & Qt::ShiftModifier) != 0;
    m_bandFrom = shareAt(event->position().x());
    m_lastMouse = event->position();
    event->setAccepted(m_pressed);
}

/// 0 at the left edge of the plot, 1 at the right one.
double FastChartView::shareAt(double x) const
{
    return m_plot.isEmpty() ? 0.0 : std::clamp((x - m_plot.left()) / m_plot.width(), 0.0, 1.0);
}

void FastChartView::mouseMoveEvent(QMouseEvent *event)
{
    const double moved = event->position().x() - m_lastMouse.x();
    if (m_pressed && (event->buttons() & Qt::LeftButton) != 0) {
        m_dragging = m_dragging || std::fabs(moved) >= QApplication::startDragDistance();
        if (!m_dragging || m_plot.isEmpty())
            return;
        m_lastMouse = event->position();
        if (m_banding)
            emit banded(m_bandFrom, shareAt(event->position().x()));
        else
            emit dragged(moved / m_plot.width());
    }
    emit hovered(event->position());
}

void FastChartView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pressed && !m_dragging && m_plot.contains(event->position()))
        emit clicked(shareAt(event->position().x()), m_banding);
    m_pressed = m_dragging = false;
}

void FastChartView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit doubleClicked();
}

void FastChartView::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / kNotch;
    if (notches == 0.0 || m_plot.isEmpty()) {
        event->ignore();
        return;
    }
    event->accept();
    emit wheelTurned(notches, shareAt(event->position().x()));
}

} // namespace telltale::ui
