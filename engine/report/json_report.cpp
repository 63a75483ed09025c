#include "engine/report/json_report.hpp"

#include <algorithm>
#include <array>

#include "engine/report/json_evidence.hpp"
#include "engine/report/json_writer.hpp"

namespace unspin {
namespace {

constexpr std::uint64_t schema_version = 1;
constexpr auto own_keys = std::to_array<std::string_view>(
    {"schema", "id", "verdict", "scores", "unscored", "substitutions", "terms", "names", "numbers",
     "urls", "quotes", "obfuscation", "spans", "issues", "signature"});

void write_values(JsonWriter& json, const Scorer& scorer, const Score& score) {
  if (scorer.values.empty()) {
    json.value(score.values[0]);
    return;
  }
  json.begin_object();
  for (std::size_t i = 0; i < scorer.values.size(); ++i) {
    json.key(scorer.values[i]).value(score.values[i]);
  }
  json.end_object();
}

/// {"score": …, "counts": […], …}
void write_details(JsonWriter& json, const Selected& selected, const Score& score) {
  json.begin_object().key("score");
  write_values(json, *selected.scorer, score);
  std::size_t at = 0;
  if (score.outcome != Measured::done) {
    json.end_object();
    return;
  }
  for (const Statistic& statistic : selected.scorer->statistics) {
    json.key(statistic.name);
    if (statistic.most == 1) {
      json.value(score.statistics[at]);
    } else {
      const std::size_t used =
          statistic.used == nullptr ? statistic.most : statistic.used(selected.settings);
      json.begin_array();
      for (std::size_t i = 0; i < used; ++i) {
        json.value(score.statistics[at + i]);
      }
      json.end_array();
    }
    at += statistic.most;
  }
  if (selected.scorer->signature != nullptr && !selected.unfolds) {
    json.key("signature").value(selected.scorer->signature(selected.settings, score.references));
  }
  json.end_object();
}

void write_scores(JsonWriter& json, const PairResult& result, bool details) {
  json.key("scores").begin_object();
  bool all_there = true;
  for (std::size_t i = 0; i < result.selected.size(); ++i) {
    const Selected& selected = result.selected[i];
    json.key(selected.key);
    all_there = all_there && result.scores[i].missing_because(*selected.scorer).empty();
    if (details) {
      write_details(json, selected, result.scores[i]);
    } else {
      write_values(json, *selected.scorer, result.scores[i]);
    }
  }
  json.end_object();
  if (all_there) {
    return;
  }
  json.key("unscored").begin_object();
  for (std::size_t i = 0; i < result.selected.size(); ++i) {
    const std::string_view why = result.scores[i].missing_because(*result.selected[i].scorer);
    if (!why.empty()) {
      json.key(result.selected[i].key).value(why);
    }
  }
  json.end_object();
}

/// {"against": "paraphrase", "head_start": -3.1, "factors": [{"name": "swaps", …}, …]}, as members.
void write_factors(JsonWriter& json, const Verdict& verdict) {
  if (verdict.against) {
    json.key("against").value(name_of(*verdict.against));
    json.key("head_start").value(verdict.head_start);
  }
  json.key("factors").begin_array();
  for (const Factor& factor : verdict.factors) {
    json.begin_object().key("name").value(factor.name).key("meaning").value(factor.meaning);
    json.key("unit").value(factor.unit).key("value").value(factor.value);
    json.key("honest").begin_object().key("low").value(factor.honest_low);
    json.key("middle").value(factor.honest_middle).key("high").value(factor.honest_high);
    json.end_object().key("pull").value(factor.pull).end_object();
  }
  json.end_array();
}

void write_verdict(JsonWriter& json, const Verdict& verdict, bool with_factors) {
  json.key("verdict").begin_object().key("label").value(name_of(verdict.label));
  json.key("confidence");
  if (verdict.confidence) {
    json.value(*verdict.confidence);
  } else {
    json.null();
  }
  json.key("probabilities").begin_object();
  for (std::size_t i = 0; verdict.probabilities && i < probable_labels; ++i) {
    json.key(label_names[i]).value((*verdict.probabilities)[i]);
  }
  json.end_object().key("reasons").begin_array();
  for (const std::string& reason : verdict.reasons) {
    json.value(reason);
  }
  json.end_array();
  if (with_factors) {
    write_factors(json, verdict);
  }
  json.end_object();
}

void write_issue(JsonWriter& json, const RowIssue& issue) {
  json.begin_object();
  if (issue.line > 0) {
    json.key("line").value(issue.line);
  }
  if (issue.column > 0) {
    json.key("column").value(issue.column);
  }
  json.key("code").value(issue.code).key("message").value(issue.message).end_object();
}

}  // namespace

void append_json(const PairResult& result, const JsonStyle& style, std::string& out) {
  JsonWriter json(out, style.indented ? 2 : 0);
  json.begin_object().key("schema").value(schema_version).key("id").raw(result.id);
  if (result.judgement != nullptr) {
    write_verdict(json, result.judgement->verdict, style.factors);
  }
  write_scores(json, result, style.details);
  if (result.judgement != nullptr) {
    write_evidence(json, result.judgement->evidence, style.indented);
  }
  json.key("issues").begin_array();
  for (const RowIssue& issue : result.all_issues()) {
    write_issue(json, issue);
  }
  json.end_array();
  for (const auto& [name, value] : result.extra) {
    const bool is_taken = std::ranges::find(own_keys, name) != own_keys.end();
    json.key(is_taken ? "input_" + name : name).raw(value);
  }
  json.key("signature").value(result.signature).end_object();
  out += '\n';
}

void append_broken_json(std::string_view id, const RowIssue& issue, std::string& out) {
  JsonWriter json(out);
  json.begin_object().key("schema").value(schema_version).key("id").raw(id);
  json.key("issues").begin_array();
  write_issue(json, issue);
  json.end_array().end_object();
  out += '\n';
}

}  // namespace unspin
