#include "engine/report/catalogue_report.hpp"

#include <cmath>
#include <fmt/format.h>
#include <iterator>

#include "engine/report/json_writer.hpp"

namespace unspin {
namespace {

std::string_view kind_name(Parameter::Kind kind) {
  constexpr std::string_view names[] = {"boolean", "integer", "real", "choice"};
  return names[static_cast<std::size_t>(kind)];
}

std::string number(double value) { return std::isinf(value) ? "∞" : fmt::format("{:.6g}", value); }

std::string range_of(const Info& info) {
  return number(info.range.least) + "–" + number(info.range.most);
}

std::string default_of(const Parameter& parameter) {
  switch (parameter.kind) {
    case Parameter::Kind::boolean:
      return parameter.default_value != 0 ? "true" : "false";
    case Parameter::Kind::choice:
      return std::string(parameter.choices[static_cast<std::size_t>(parameter.default_value)]);
    default:
      return number(parameter.default_value);
  }
}

std::string values_of(const Parameter& parameter) {
  switch (parameter.kind) {
    case Parameter::Kind::boolean:
      return "true, false";
    case Parameter::Kind::choice:
      return fmt::format("{}", fmt::join(parameter.choices, ", "));
    default:
      return number(parameter.least) + "–" + number(parameter.most);
  }
}

/// A cell of a Markdown table.
std::string cell(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '|') {
      escaped += '\\';
    }
    if (c == '\n') {
      escaped += "⏎";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

void append_row(std::string_view name, std::string_view value, std::string& out) {
  if (!value.empty()) {
    fmt::format_to(std::back_inserter(out), "| {} | {} |\n", name, value);
  }
}

std::string properties_of(const Info& info) {
  return fmt::format("{}, {}; a text against itself: {}{}", range_of(info),
                     info.higher_is_closer ? "higher is closer" : "lower is closer",
                     number(info.identity), info.symmetric ? "; symmetric" : "");
}

std::string_view corpus_of(const Info& info) {
  return info.corpus == Corpus::sum ? "from the segments' summed statistics"
                                    : "mean of the segments' values";
}

std::string texts_of(const Info& info) {
  return fmt::format("{}, {}", info.takes_references ? "source or references" : "source",
                     info.reads_raw_text ? "as they are" : "as they are meant (hiding undone)");
}

std::string example_of(const Example& example) {
  return fmt::format("`{}` → `{}`: {}", cell(example.source), cell(example.rewrite),
                     number(example.value));
}

void append_reference_of(const Scorer& scorer, std::string& out) {
  const Info& info = scorer.info;
  fmt::format_to(std::back_inserter(out), "\n### {}\n\n{}: {}.\n\n", info.name,
                 info.is_default ? "By default" : "When asked for", info.summary);
  if (!info.definition.empty()) {
    fmt::format_to(std::back_inserter(out), "{}\n\n", info.definition);
  }
  out += "| | |\n|---|---|\n";
  append_row("range", properties_of(info), out);
  append_row("corpus score", corpus_of(info), out);
  append_row("source", info.source, out);
  append_row("compares with", texts_of(info), out);
  append_row("example", example_of(info.example), out);
  append_row("values", fmt::format("{}", fmt::join(scorer.values, ", ")), out);
  append_row("no value", info.undefined_when, out);
  append_row("cost", info.cost, out);
  append_row("known defects", cell(info.defects), out);
  const std::vector<Parameter> parameters = settable_parameters(scorer);
  if (parameters.empty()) {
    return;
  }
  out += "\n| parameter | what it does | values | default |\n|---|---|---|---|\n";
  for (const Parameter& p : parameters) {
    fmt::format_to(std::back_inserter(out), "| `{}` | {} | {} | {} |\n", p.name, p.summary,
                   values_of(p), default_of(p));
  }
}

}  // namespace

void append_catalogue_text(std::span<const Scorer* const> scorers, bool with_parameters,
                           std::string& out) {
  std::string_view family;
  for (const Scorer* scorer : scorers) {
    const Info& info = scorer->info;
    if (name_of(info.family) != family) {
      if (!family.empty()) {
        out += '\n';
      }
      family = name_of(info.family);
      fmt::format_to(std::back_inserter(out), "{}\n", family);
    }
    fmt::format_to(std::back_inserter(out), "  {:<26}{}{}\n", info.name, info.summary,
                   info.is_default ? "" : " *");
    if (!with_parameters) {
      continue;
    }
    fmt::format_to(std::back_inserter(out), "\n  range      {}, {}; a text against itself: {}\n",
                   range_of(info), info.higher_is_closer ? "higher is closer" : "lower is closer",
                   std::isnan(info.identity) ? "it varies" : number(info.identity));
    fmt::format_to(std::back_inserter(out), "  corpus     {}\n", corpus_of(info));
    fmt::format_to(std::back_inserter(out), "  source     {}\n", info.source);
    if (!info.cost.empty()) {
      fmt::format_to(std::back_inserter(out), "  cost       {}\n", info.cost);
    }
    fmt::format_to(std::back_inserter(out), "  example    \"{}\" → \"{}\": {}{}\n",
                   info.example.source, info.example.rewrite, number(info.example.value),
                   info.example.reference.empty()
                       ? ""
                       : fmt::format(" (reference \"{}\")", info.example.reference));
    if (!scorer->values.empty()) {
      fmt::format_to(std::back_inserter(out), "  values     {}\n", fmt::join(scorer->values, ", "));
    }
    if (!info.undefined_when.empty()) {
      fmt::format_to(std::back_inserter(out), "  no value   {}\n", info.undefined_when);
    }
    for (const Parameter& p : settable_parameters(*scorer)) {
      fmt::format_to(std::back_inserter(out), "  :{:<18} {} ({}; default {})\n", p.name, p.summary,
                     values_of(p), default_of(p));
    }
  }
  if (!with_parameters && scorers.size() > 1) {
    out +=
        "\n* only when asked for: -m NAME\nunspin metrics NAME shows parameters, range and "
        "source.\n";
  }
}

void append_catalogue_json(std::span<const Scorer* const> scorers, std::string& out) {
  JsonWriter json(out, 2, 2);
  json.begin_array();
  for (const Scorer* scorer : scorers) {
    const Info& info = scorer->info;
    json.begin_object().key("name").value(info.name).key("family").value(name_of(info.family));
    json.key("summary").value(info.summary).key("source").value(info.source);
    json.key("definition").value(info.definition).key("cost").value(info.cost);
    json.key("defects").value(info.defects);
    json.key("range").begin_array().value(info.range.least).value(info.range.most).end_array();
    json.key("identity").value(info.identity);
    json.key("higher_is_closer").value(info.higher_is_closer);
    json.key("corpus").value(name_of(info.corpus));
    json.key("symmetric").value(info.symmetric);
    json.key("takes_references").value(info.takes_references);
    json.key("needs_references").value(info.needs_references);
    json.key("default").value(info.is_default);
    json.key("values").begin_array();
    for (const std::string_view value : scorer->values) {
      json.value(value);
    }
    json.end_array().key("statistics").begin_array();
    for (const Statistic& statistic : scorer->statistics) {
      json.value(statistic.name);
    }
    json.end_array().key("example").begin_object();
    json.key("source").value(info.example.source).key("rewrite").value(info.example.rewrite);
    if (!info.example.reference.empty()) {
      json.key("references").begin_array().value(info.example.reference).end_array();
    }
    json.key("value").value(info.example.value).end_object();
    json.key("parameters").begin_array();
    for (const Parameter& p : settable_parameters(*scorer)) {
      json.begin_object().key("name").value(p.name).key("type").value(kind_name(p.kind));
      if (p.kind == Parameter::Kind::choice) {
        json.key("default").value(default_of(p)).key("choices").begin_array();
        for (const std::string_view choice : p.choices) {
          json.value(choice);
        }
        json.end_array();
      } else if (p.kind == Parameter::Kind::boolean) {
        json.key("default").value(p.default_value != 0);
      } else {
        json.key("default")
            .value(p.default_value)
            .key("least")
            .value(p.least)
            .key("most")
            .value(p.most);
      }
      json.key("summary").value(p.summary).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
  out += '\n';
}

void append_catalogue_markdown(std::span<const Scorer* const> scorers, std::string& out) {
  out += "| metric | family | what it is | range | source |\n|---|---|---|---|---|\n";
  for (const Scorer* scorer : scorers) {
    const Info& info = scorer->info;
    fmt::format_to(std::back_inserter(out), "| `{}`{} | {} | {} | {} | {} |\n", info.name,
                   info.is_default ? "" : " *", name_of(info.family), info.summary, range_of(info),
                   info.source);
  }
  out += "\n\\* only when asked for with `-m`\n";
}

void append_catalogue_reference(std::span<const Scorer* const> scorers, std::string& out) {
  out +=
      "# Metrics\n\n<!-- Written by ./dev docs from the catalogue: change the metric's file "
      "instead. "
      "-->\n\nOf each metric: what it computes, its range, whose numbers it gives to the last bit, "
      "its parameters\n(`-m NAME:parameter=value,…`), what it costs for texts of m ≤ n tokens, and "
      "what is odd about the reference\nimplementation. The source is the reference unless "
      "references are given; the rewrite is the hypothesis.\n";
  std::string_view family;
  for (const Scorer* scorer : scorers) {
    if (name_of(scorer->info.family) != family) {
      family = name_of(scorer->info.family);
      fmt::format_to(std::back_inserter(out), "\n## {}\n", family);
    }
    append_reference_of(*scorer, out);
  }
}

}  // namespace unspin
