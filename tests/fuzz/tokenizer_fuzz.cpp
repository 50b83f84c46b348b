// Tokenizers learn from any bytes and are lossless on any others; a file of any bytes loads or is an IoError.
#include <fluxion/error.h>
#include <fluxion/transformer/tokenizer.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>

#include <unistd.h>

namespace {

namespace tf = fluxion::transformer;

void check_lossless(const tf::Tokenizer &tokenizer, std::string_view text) {
  if (tokenizer.decode(tokenizer.encode(text)) != text) std::abort();
}

void check_loading(std::string_view bytes) {
  static const std::string path = "/tmp/fluxion_tokenizer_fuzz_" + std::to_string(::getpid()) + ".json";
  std::ofstream(path, std::ios::binary) << bytes;
  try {
    const auto tokenizer = tf::load_tokenizer(path);
    if (dynamic_cast<const tf::BpeTokenizer *>(tokenizer.get()) != nullptr) check_lossless(*tokenizer, "a b\n\xff");
  } catch (const fluxion::Error &) {
  }
  ::unlink(path.c_str());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char *>(data), size);
  check_lossless(tf::CharTokenizer(bytes), bytes);
  check_lossless(tf::BpeTokenizer::train(bytes.substr(0, size / 2), 300), bytes);
  check_loading(bytes);
  return 0;
}
