// Tercom's tokenizer as sacreBLEU 2.6.0 applies it: how TER cuts texts.
#pragma once

#include "engine/text/tokens.hpp"

namespace unspin {

struct TercomStyle {
  bool normalized = false;  ///< markup is undone, punctuation and 's stand alone
  bool no_punct = false;    ///< . , ? : ; ! " ( ) are left out
  /// With `normalized`, characters of East Asian scripts stand alone; with `no_punct`, their
  /// punctuation is left out, too.
  bool asian_support = false;
  bool case_sensitive = false;
};

/// The same constant for the same style, of which `asian_support` alone is none of its own.
const Tokenization& tercom_tokens(TercomStyle style);

}  // namespace unspin
