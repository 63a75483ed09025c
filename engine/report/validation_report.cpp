#include "engine/report/validation_report.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <string_view>
#include <vector>

#include "engine/report/json_writer.hpp"
#include "engine/report/line_writer.hpp"
#include "engine/report/printable.hpp"

namespace unspin {
namespace {

constexpr std::size_t page_columns = 100;
constexpr std::size_t name_columns = 30;  // five cells stand beside it
constexpr std::size_t cell_columns = 14;

std::string number(double value, int digits = 3) {
  return std::isnan(value) ? "–" : fmt::format("{:.{}f}", value, digits);
}

std::string percent(double share) {
  return std::isnan(share) ? "–" : fmt::format("{:.2f}%", 100 * share);
}

std::string percent(const Share& share) { return percent(share.value()); }

std::string percent(const Interval& interval) {
  return std::isnan(interval.low)
             ? "–"
             : fmt::format("{:.2f}–{:.2f}%", 100 * interval.low, 100 * interval.high);
}

std::string count(std::uint64_t n) { return fmt::format("{}", n); }

class Page {
 public:
  Page(const Validation& validation, std::string& out)
      : validation_(validation), lines_(page_columns, false, out) {}

  void write() {
    headline();
    confusion();
    labels();
    kinds("Honest pairs by kind", "flagged", "false flags", validation_.false_flags,
          &KindQuality::false_flags);
    kinds("Spun pairs by kind", "found", "recall",
          validation_.labels[static_cast<std::size_t>(Label::spun)].recall, &KindQuality::found);
    if (validation_.pairs_with_probabilities == 0) {
      lines_.end_line();
      line("No probabilities: calibration and trade-off are not known.");
      return;
    }
    calibration();
    trade_off();
  }

 private:
  void line(std::string_view text) {
    lines_.put(text);
    lines_.end_line();
  }

  void row(std::size_t indent, std::string_view name, const std::vector<std::string>& cells) {
    lines_.skip(indent);
    lines_.put(shortened(printable(name), name_columns - indent));
    std::size_t end = name_columns;
    for (const std::string& cell : cells) {
      end += cell_columns;
      lines_.pad_to(end - std::min(end, columns_of(cell)));
      lines_.put(cell);
    }
    lines_.end_line();
  }

  void title(std::string_view name, const std::vector<std::string>& heads) {
    lines_.end_line();
    row(0, name, heads);
  }

  void headline() {
    line(fmt::format("{} pairs, {} with probabilities; intervals are of 95%", validation_.pairs,
                     validation_.pairs_with_probabilities));
    line(fmt::format("Answered right {} ({}), macro-F1 {}", percent(validation_.accuracy),
                     percent(validation_.accuracy.interval()), number(validation_.macro_f1)));
    line(fmt::format("Flagged though honest {} ({}), ROC AUC of spun {}",
                     percent(validation_.false_flags), percent(validation_.false_flags.interval()),
                     number(validation_.spun_auc, 4)));
  }

  void confusion() {
    title("Truth, and what was answered", {label_names.begin(), label_names.end()});
    for (std::size_t truth = 0; truth < probable_labels; ++truth) {
      std::vector<std::string> counts;
      for (const std::uint64_t n : validation_.confusion[truth]) {
        counts.push_back(count(n));
      }
      row(2, label_names[truth], counts);
    }
  }

  void labels() {
    title("Label", {"pairs", "answered", "precision", "recall", "F1"});
    for (std::size_t label = 0; label < probable_labels; ++label) {
      const LabelQuality& quality = validation_.labels[label];
      row(2, label_names[label],
          {count(quality.recall.of), count(quality.precision.of), percent(quality.precision),
           percent(quality.recall), number(quality.f1)});
    }
  }

  void kinds(std::string_view name, const char* counted, const char* rate, const Share& in_all,
             Share KindQuality::*share) {
    if (in_all.of == 0) {
      return;
    }
    title(name, {"pairs", counted, rate, "interval"});
    share_row("in all", in_all);
    for (const KindQuality& kind : validation_.kinds) {
      if ((kind.*share).of > 0) {
        share_row(kind.kind, kind.*share);
      }
    }
  }

  void share_row(std::string_view name, const Share& share) {
    row(2, name, {count(share.of), count(share.count), percent(share), percent(share.interval())});
  }

  void calibration() {
    const Calibration& calibration = validation_.calibration;
    title("Confidence", {"pairs", "said", "right", "interval"});
    for (const ReliabilityBin& bin : calibration.bins) {
      row(2, fmt::format("{:.4f}–{:.4f}", bin.least, bin.most),
          {count(bin.right.of), percent(bin.said), percent(bin.right),
           percent(bin.right.interval())});
    }
    line(fmt::format("  calibration error (ECE) {}, Brier score {}, log loss {}",
                     number(calibration.ece, 4), number(calibration.brier, 4),
                     number(calibration.log_loss, 4)));
  }

  void trade_off() {
    title("Tolerated false flags",
          {"P(spun) from", "false flags", "interval", "recall", "interval"});
    for (const OperatingPoint& point : validation_.trade_off) {
      row(2, fmt::format("{:g}%", 100 * point.tolerated),
          {number(point.threshold, 4), percent(point.false_flags),
           percent(point.false_flags.interval()), percent(point.found),
           percent(point.found.interval())});
    }
  }

  const Validation& validation_;
  LineWriter lines_;
};

void write_share(JsonWriter& json, const Share& share) {
  const Interval interval = share.interval();
  json.begin_object().key("value").value(share.value());
  json.key("count").value(share.count).key("of").value(share.of);
  json.key("interval").begin_array().value(interval.low).value(interval.high).end_array();
  json.end_object();
}

void write_labels(JsonWriter& json, const Validation& validation) {
  json.key("labels").begin_object();
  for (std::size_t label = 0; label < probable_labels; ++label) {
    const LabelQuality& quality = validation.labels[label];
    json.key(label_names[label]).begin_object().key("support").value(quality.recall.of);
    json.key("f1").value(quality.f1).key("precision");
    write_share(json, quality.precision);
    json.key("recall");
    write_share(json, quality.recall);
    json.end_object();
  }
  json.end_object();
}

void write_confusion(JsonWriter& json, const Confusion& confusion) {
  json.key("confusion").begin_object();
  for (std::size_t truth = 0; truth < probable_labels; ++truth) {
    json.key(label_names[truth]).begin_object();
    for (std::size_t answer = 0; answer < label_names.size(); ++answer) {
      json.key(label_names[answer]).value(confusion[truth][answer]);
    }
    json.end_object();
  }
  json.end_object();
}

void write_kinds(JsonWriter& json, const std::vector<KindQuality>& kinds) {
  json.key("kinds").begin_array();
  for (const KindQuality& kind : kinds) {
    json.begin_object().key("kind").value(kind.kind).key("false_flags");
    write_share(json, kind.false_flags);
    json.key("recall");
    write_share(json, kind.found);
    json.end_object();
  }
  json.end_array();
}

void write_calibration(JsonWriter& json, const Calibration& calibration) {
  json.key("calibration").begin_object().key("ece").value(calibration.ece);
  json.key("brier").value(calibration.brier).key("log_loss").value(calibration.log_loss);
  json.key("bins").begin_array();
  for (const ReliabilityBin& bin : calibration.bins) {
    json.begin_object().key("least").value(bin.least).key("most").value(bin.most);
    json.key("confidence").value(bin.said).key("right");
    write_share(json, bin.right);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_trade_off(JsonWriter& json, std::span<const OperatingPoint> points) {
  json.key("trade_off").begin_array();
  for (const OperatingPoint& point : points) {
    json.begin_object().key("tolerated").value(point.tolerated);
    json.key("threshold").value(point.threshold).key("false_flags");
    write_share(json, point.false_flags);
    json.key("recall");
    write_share(json, point.found);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void append_validation_text(const Validation& validation, std::string& out) {
  Page(validation, out).write();
}

void append_validation_json(const Validation& validation, std::string& out) {
  JsonWriter json(out, 2, 2);
  json.begin_object().key("pairs").value(validation.pairs);
  json.key("pairs_with_probabilities").value(validation.pairs_with_probabilities);
  json.key("accuracy");
  write_share(json, validation.accuracy);
  json.key("macro_f1").value(validation.macro_f1).key("false_flags");
  write_share(json, validation.false_flags);
  write_labels(json, validation);
  write_confusion(json, validation.confusion);
  write_kinds(json, validation.kinds);
  json.key("spun_auc").value(validation.spun_auc);
  write_calibration(json, validation.calibration);
  write_trade_off(json, validation.trade_off);
  json.end_object();
}

}  // namespace unspin
