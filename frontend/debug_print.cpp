// debug::print: the format is the name of the function that a program calls, so that programs with prints can be
// stored, and read again by a process that knows nothing of them.
#include "fluxion/debug_print.h"

#include <cstdio>

#include "frontend/callback_internal.h"
#include "frontend/frame.h"

namespace fluxion::detail {
namespace {

// A format in pieces: text, and fields with the number of their argument.
struct Piece {
  std::string text;     // of a field: what follows the colon
  int64_t number = -1;  // of the argument; -1: this is no field
};

[[noreturn]] void refuse(std::string_view format, std::string_view why) {
  throw Error(fmt::format("fluxion: debug::print: the format \"{}\" {}", format, why));
}

class Parser {
 public:
  explicit Parser(std::string_view format) : format_(format) {}

  std::vector<Piece> run() {
    for (at_ = 0; at_ < format_.size(); ++at_) {
      const char c = format_[at_];
      const bool doubled = at_ + 1 < format_.size() && format_[at_ + 1] == c;
      if ((c == '{' || c == '}') && doubled)
        text_ += c, ++at_;
      else if (c == '{')
        field();
      else if (c == '}')
        refuse(format_, "has a '}' without a '{'");
      else
        text_ += c;
    }
    flush();
    return std::move(pieces_);
  }

 private:
  void flush() {
    if (!text_.empty()) pieces_.push_back({std::exchange(text_, {}), -1});
  }

  void field() {
    flush();
    const size_t end = format_.find('}', at_);
    if (end == std::string_view::npos) refuse(format_, "has a '{' without a '}'");
    std::string_view inside = format_.substr(at_ + 1, end - at_ - 1);
    at_ = end;
    const size_t colon = inside.find(':');
    const std::string_view name = inside.substr(0, colon);
    Piece piece{std::string(colon == std::string_view::npos ? "" : inside.substr(colon + 1)), next_++};
    if (piece.text.find('{') != std::string::npos) refuse(format_, "has a field within a field");
    if (!name.empty()) {
      constexpr size_t kDigits = 4;
      if (name.size() > kDigits || name.find_first_not_of("0123456789") != std::string_view::npos)
        refuse(format_, fmt::format("names '{}': arguments have numbers", name));
      piece.number = std::stoll(std::string(name));
      next_ = -1;  // the rest has numbers, too
    } else if (piece.number < 0) {
      refuse(format_, "has fields with numbers and without");
    }
    if (next_ == 0) next_ = -1;
    pieces_.push_back(std::move(piece));
  }

  std::string_view format_;
  size_t at_ = 0;
  int64_t next_ = 0;
  std::string text_;
  std::vector<Piece> pieces_;
};

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    out += c;
    if (c == '{' || c == '}') out += c;
  }
  return out;
}

// The format with what is known in its place; `arrays` receives the others.
std::string resolved(std::string_view format, const std::vector<Printed> &arguments, Arrays &arrays) {
  std::string out;
  for (const Piece &piece : Parser(format).run()) {
    if (piece.number < 0) {
      out += escaped(piece.text);
      continue;
    }
    if (piece.number >= static_cast<int64_t>(arguments.size()))
      refuse(format, fmt::format("asks for {} arguments and is given {}", piece.number + 1, arguments.size()));
    const Printed &argument = arguments[static_cast<size_t>(piece.number)];
    const std::string colon = piece.text.empty() ? "" : ":" + piece.text;
    if (argument.array) {
      out += fmt::format("{{{}{}}}", arrays.size(), colon);
      arrays.push_back(*argument.array);
    } else {
      out += escaped(argument.text("{" + colon + "}"));
    }
  }
  return out;
}

std::string line_of(const std::vector<Piece> &pieces, const Arrays &arrays) {
  std::string line;
  for (const Piece &piece : pieces)
    line += piece.number < 0 ? piece.text : format_array(arrays.at(static_cast<size_t>(piece.number)), piece.text);
  return line + "\n";
}

// One write a line: threads do not mix theirs.
void write(const std::string &line) {
  std::fwrite(line.data(), 1, line.size(), stdout);
  std::fflush(stdout);
}

runtime::HostFunction::Call print_of(std::string_view format) {
  return [pieces = Parser(format).run()](void *const *buffers, const ShapeDtype *types, int operands, int) {
    const FramesAside aside;
    Arrays arrays;
    for (int i = 0; i < operands; ++i) arrays.push_back(from_bytes(types[i], buffers[i], {}));
    write(line_of(pieces, arrays));
  };
}

const bool known = runtime::add_host_function_kind("print", print_of);

// That each specification fits the dtype that it is for: tried on zeros.
void check(const std::vector<Piece> &pieces, const Arrays &arrays) {
  Arrays ones;
  for (const Array &a : arrays) {
    const ShapeDtype one{{}, a.dtype()};
    const std::vector<char> zero(static_cast<size_t>(one.bytes()));
    ones.push_back(from_bytes(one, zero.data(), {}));
  }
  line_of(pieces, ones);
}

}  // namespace

void print(const Format &format, const std::vector<Printed> &arguments) {
  At at(format.at);
  try {
    Arrays arrays;
    const std::string text = resolved(format.text, arguments, arrays);
    const std::vector<Piece> pieces = Parser(text).run();
    {
      const FramesAside aside;
      check(pieces, arrays);
    }
    if (!is_tracing()) return write(line_of(pieces, arrays));
    stage_host(runtime::host_function("print " + text), "debug", false, arrays, {});
  } catch (const fmt::format_error &e) {
    fail<Error>(fmt::format("debug::print: \"{}\" does not fit what it prints: {}", format.text, e.what()));
  } catch (const Error &e) {
    if (std::string_view(e.what()).find("\n") != std::string_view::npos) throw;
    throw Error(with_location(e.what(), current_location({})));
  }
}

}  // namespace fluxion::detail
