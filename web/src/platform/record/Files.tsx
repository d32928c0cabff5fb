import { PaperClipOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { address, http, type FileEntry, type Page } from '../http'
import { formatMoment, useTexts } from '../i18n'
import { apiPath } from '../records'
import { dropToast, showToast, toastProblem } from '../toast'
import { ask, Empty, FileDrop, FileLine, RowSkeleton, Trouble } from '../ui'

function useFiles(object: string, id: string) {
  const { t } = useTexts()
  const client = useQueryClient()
  const path = `${apiPath(object)}/${id}/files`
  const query = useInfiniteQuery({
    queryKey: ['timeline', object, id, 'files'],
    queryFn: ({ pageParam, signal }) => http.get<Page<FileEntry>>(path, { after: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next || undefined,
  })
  const fresh = () => client.invalidateQueries({ queryKey: ['timeline', object, id] })
  const upload = async (files: Iterable<File>) => {
    for (const file of files) {
      const toast = showToast({ kind: 'busy', text: t('record.uploading', { name: file.name }) })
      const body = new FormData()
      body.set('file', file)
      await http.post(path, body).catch(toastProblem)
      dropToast(toast)
    }
    await fresh()
  }
  const remove = async (file: FileEntry) => {
    const question = {
      title: t('record.fileAsk', { name: file.name }),
      yes: t('common.delete'),
      no: t('common.keep'),
      danger: true,
    }
    if (await ask(question)) await http.delete(`/files/${file.id}`).then(fresh, toastProblem)
  }
  return { query, upload, remove }
}

/** Attachments; files can be dropped anywhere on the list. */
export function Files({ object, id }: { object: string; id: string }) {
  const { t } = useTexts()
  const { query, upload, remove } = useFiles(object, id)
  const files = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <FileDrop word={t('record.upload')} take={(chosen) => void upload(chosen)}>
      {query.isPending && <RowSkeleton rows={3} />}
      {query.error && (
        <Trouble
          title={t('common.notDone', { what: t('record.files') })}
          error={query.error}
          again={() => void query.refetch()}
        />
      )}
      {query.data && !files.length && (
        <Empty icon={<PaperClipOutlined />} title={t('record.noFiles')} hint={t('record.noFilesHint')} />
      )}
      <ul>
        {files.map((file) => (
          <FileLine
            key={file.id}
            name={file.name}
            size={file.size}
            href={address(`/files/${file.id}`)}
            act={t('common.delete')}
            remove={() => void remove(file)}
          >
            <span className="note">{file.by?.label}</span>
            <time className="note num">{formatMoment(file.at)}</time>
          </FileLine>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          block
          size="small"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
    </FileDrop>
  )
}
